import './styles/main.css'
import ui from '@nuxt/ui/vue-plugin'
import { createPinia } from 'pinia'
import { createApp } from 'vue'
import { onSignedOut, speak } from './api/client.js'
import App from './App.vue'
import { initialLanguage } from './early/language.js'
import { i18n, useLanguage } from './i18n.js'
import { provideIcons } from './icons.js'
import { router } from './router.js'
import { useSessionStore } from './stores/session.js'
import { forgetEverything } from './stores/forget_everything.js'

provideIcons()
const app = createApp(App).use(createPinia())
const language = initialLanguage()
speak(language)
// Who is signed in is asked while the words are fetched.
void useSessionStore()
  .load()
  .catch(() => undefined)
await useLanguage(language)
app.use(i18n).use(router).use(ui)

onSignedOut(() => {
  forgetEverything()
  const { fullPath, meta } = router.currentRoute.value
  if (!meta.open) void router.push({ name: 'signIn', query: { back: fullPath } })
})

// A page that was open while a new one was put in its place asks for files that are gone.
addEventListener('vite:preloadError', () => location.reload())

app.mount('#app')
