import './polyfills.js'
import { createApp, h } from 'vue'
import ScreenApp from './ScreenApp.vue'
import ShowApp from './ShowApp.vue'
import './screen.css'
import './show.css'

/** Screens and public links are one program, so that both are one script and one sheet. */
const isLink = location.pathname.indexOf('/show/') >= 0
document.documentElement.classList.toggle('is-link', isLink)
const app = createApp(isLink ? ShowApp : ScreenApp)
// Signs are drawn by the page's kit; on a wall the word and the colour say it.
app.component('UIcon', { render: () => h('i') })
app.mount('#app')
