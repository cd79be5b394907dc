import { defineConfig, formatters, loaders } from '@adonisjs/i18n'
import app from '@adonisjs/core/services/app'

export const locales = ['sv', 'en', 'et', 'lv'] as const

export default defineConfig({
  defaultLocale: 'en',
  supportedLocales: [...locales],
  formatter: formatters.icu(),
  loaders: [loaders.fs({ location: app.makePath('core/locales') })],
})
