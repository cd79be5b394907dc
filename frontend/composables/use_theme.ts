import { readonly, ref, watchEffect } from 'vue'
import { stored } from '../early/stored.js'

const store = stored('theme', 'system')
const system = matchMedia('(prefers-color-scheme: dark)')
const themes = ['light', 'dark', 'system'] as const
export type Theme = (typeof themes)[number]

const theme = ref<Theme>(themes.find((name) => name === store.read()) ?? 'system')
const systemIsDark = ref(system.matches)
const dark = ref(false)

system.addEventListener('change', (event) => (systemIsDark.value = event.matches))

watchEffect(() => {
  dark.value = theme.value === 'system' ? systemIsDark.value : theme.value === 'dark'
  document.documentElement.classList.toggle('dark', dark.value)
  document.documentElement.style.colorScheme = dark.value ? 'dark' : 'light'
})

/** Light or dark, as the reader chose or as their system says. */
export function useTheme() {
  return {
    theme: readonly(theme),
    dark: readonly(dark),
    choose(chosen: Theme) {
      theme.value = chosen
      store.write(chosen)
    },
  }
}
