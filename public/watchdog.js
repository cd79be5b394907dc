// Runs in every browser, also in those that are too old for the program: has the page try again until
// the program has started, which says so by the attribute "data-started", and says what is missing.
;(function () {
  var KEY = 'telestat-restarts'
  var SHORTEST = 30000
  var LONGEST = 300000
  var restarts = 0
  try {
    restarts = Number(sessionStorage.getItem(KEY)) || 0
  } catch (error) {
    // Without storage it tries again at the shortest distance.
  }
  function started() {
    return document.documentElement.hasAttribute('data-started')
  }
  function tooOld() {
    return !('noModule' in document.createElement('script'))
  }
  setTimeout(function () {
    var app = document.getElementById('app')
    if (started() || !app || app.childNodes.length) return
    var match = /(?:Chrome|Chromium|Firefox|Version)\/\d+/.exec(navigator.userAgent)
    var engine = match ? match[0] : navigator.userAgent
    app.textContent = tooOld()
      ? 'This browser (' + engine + ') is too old. It needs the engine of Chrome 79 or later.'
      : 'Starting (' + engine + ') …'
  }, 8000)
  setTimeout(
    function () {
      try {
        sessionStorage.setItem(KEY, started() ? '0' : String(restarts + 1))
      } catch (error) {
        // As above.
      }
      if (!started()) location.reload()
    },
    Math.min(LONGEST, SHORTEST * (restarts + 1))
  )
})()
