import { makeServer } from '../bin/http_server.js'
import { apiClient } from '@japa/api-client'
import { assert } from '@japa/assert'
import { browserClient } from '@japa/browser-client'
import { pluginAdonisJS } from '@japa/plugin-adonisjs'
import type { Config } from '@japa/runner/types'
import { authApiClient } from '@adonisjs/auth/plugins/api_client'
import app from '@adonisjs/core/services/app'
import testUtils from '@adonisjs/core/services/test_utils'
import { sessionApiClient } from '@adonisjs/session/plugins/api_client'
import { shieldApiClient } from '@adonisjs/shield/plugins/api_client'
import fc from 'fast-check'
import { chromium } from 'playwright'

// A slow machine looks at fewer examples, and one that is found to fail is told before the test's time is over.
fc.configureGlobal({ interruptAfterTimeLimit: 120_000 })

const baseURL = `http://127.0.0.1:${process.env.PORT}`

export const plugins: Config['plugins'] = [
  assert(),
  apiClient(baseURL),
  pluginAdonisJS(app, { baseURL }),
  sessionApiClient(app),
  shieldApiClient(),
  authApiClient(app),
  browserClient({
    runInSuites: ['browser', 'modules'],
    launcher: () =>
      chromium.launch({
        executablePath: '/usr/bin/chromium',
        args: [
          '--no-sandbox',
          '--disable-gpu',
          '--disable-quic',
          '--no-first-run',
          '--disable-background-networking',
          '--disable-component-update',
          '--disable-sync',
          '--disable-dev-shm-usage',
        ],
      }),
  }),
]

export const runnerHooks: Required<Pick<Config, 'setup' | 'teardown'>> = {
  setup: [async () => await testUtils.db().migrate()],
  teardown: [],
}

export const configureSuite: Config['configureSuite'] = (suite) => {
  if (['contracts', 'functional', 'browser', 'modules'].includes(suite.name)) {
    return suite.setup(() => testUtils.httpServer().start(makeServer))
  }
}
