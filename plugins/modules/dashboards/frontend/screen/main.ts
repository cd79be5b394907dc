import './polyfills.js'
import { createApp, h } from 'vue'
import ScreenApp from './ScreenApp.vue'
import './screen.css'

const app = createApp(ScreenApp)
// Signs are drawn by the page's kit; on a wall the word and the colour say it.
app.component('UIcon', { render: () => h('i') })
app.mount('#app')
