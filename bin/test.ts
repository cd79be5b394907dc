import { mkdtempSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { prettyPrintError } from '@adonisjs/core'
import { configure, processCLIArgs, run } from '@japa/runner'
import { ignitor } from './ignitor.js'
import './closed_objects.js'

const freePort = () =>
  new Promise<number>((resolve) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const address = server.address()
      server.close(() => resolve(typeof address === 'object' && address ? address.port : 0))
    })
  })

// Each run has a folder and a port of its own, so that several can run beside each other.
Object.assign(process.env, {
  NODE_ENV: 'test',
  HOST: '127.0.0.1',
  PORT: process.env.TEST_PORT ?? String(await freePort()),
  STORAGE: mkdtempSync(join(tmpdir(), 'telestat-test-')),
  APP_KEY: 'a key that only the tests know and use',
  LOG_LEVEL: process.env.LOG_LEVEL ?? 'warn',
})
for (const name of ['DATABASE_URL', 'FACTS_URL', 'REDIS_URL', 'SMTP_URL']) delete process.env[name]
// The suites of what lies in the database run on both databases.
if (process.env.TEST_DATABASE_URL) process.env.DATABASE_URL = process.env.TEST_DATABASE_URL
// And those of jobs on both queues.
if (process.env.TEST_REDIS_URL) process.env.REDIS_URL = process.env.TEST_REDIS_URL

ignitor()
  .testRunner()
  .configure(async (app) => {
    const { runnerHooks, ...config } = await import('../tests/bootstrap.js')
    processCLIArgs(process.argv.splice(2))
    configure({
      ...app.rcFile.tests,
      ...config,
      setup: runnerHooks.setup,
      teardown: [...runnerHooks.teardown, () => app.terminate()],
    })
  })
  .run(() => run())
  .catch((error: unknown) => {
    process.exitCode = 1
    void prettyPrintError(error)
  })
