import type { Page } from 'playwright'

/** What of the page or of an open dialog is beyond the right edge of the screen, and in no box that moves by itself. */
export const tooWide = (page: Page): Promise<string[]> =>
  page.evaluate(`(() => {
    const edge = window.innerWidth + 1
    const hides = (element) => {
      const { overflowX } = getComputedStyle(element)
      if (overflowX === 'hidden' || overflowX === 'clip') return true
      return overflowX !== 'visible' && /overflow(-x)?-auto|table/.test(String(element.className))
    }
    const inBox = (element) => {
      for (let box = element.parentElement; box; box = box.parentElement) {
        if (hides(box) && box.getBoundingClientRect().right <= edge) return true
      }
      return false
    }
    const wide = [...document.querySelectorAll('body *')].filter((element) => {
      const { right, width, height } = element.getBoundingClientRect()
      return right > edge && width > 1 && height > 1 && !inBox(element)
    })
    return wide
      .slice(0, 5)
      .map((element) => element.tagName + ' ' + element.className + ' ' + element.textContent.trim().slice(0, 60))
  })()`)
