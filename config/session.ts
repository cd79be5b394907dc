import { configProvider } from '@adonisjs/core'
import app from '@adonisjs/core/services/app'
import { defineConfig, stores } from '@adonisjs/session'
import type { SessionStoreFactory } from '@adonisjs/session/types'
import { http } from '#config/app'
import { seldomTouched } from '#core/http/seldom_touched'
import { keptWhenNeeded } from '#core/http/visitor_session'
import env from '#start/env'

const database = configProvider.create<SessionStoreFactory>(async (application) => {
  const open = await stores.database().resolver(application)
  const key = env.get('APP_KEY').release()
  return (ctx, config) => keptWhenNeeded(seldomTouched(open(ctx, config)), key)
})

export default defineConfig({
  enabled: true,
  cookieName: 'telestat-session',
  clearWithBrowser: false,
  age: '12h',
  cookie: { path: '/', httpOnly: true, secure: http.cookie.secure, sameSite: 'lax' },
  store: app.inTest ? 'memory' : 'database',
  stores: { database },
})
