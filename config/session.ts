import app from '@adonisjs/core/services/app'
import { defineConfig, stores } from '@adonisjs/session'
import { http } from '#config/app'

export default defineConfig({
  enabled: true,
  cookieName: 'telestat-session',
  clearWithBrowser: false,
  age: '12h',
  cookie: { path: '/', httpOnly: true, secure: http.cookie.secure, sameSite: 'lax' },
  store: app.inTest ? 'memory' : 'database',
  stores: { database: stores.database() },
})
