import 'reflect-metadata'
import { Ignitor } from '@adonisjs/core'
import type { ApplicationService } from '@adonisjs/core/types'
import { setTimeout as pause } from 'node:timers/promises'
import { beginStopping, isStopping } from '#core/http/stopping'

const APP_ROOT = new URL('../', import.meta.url)

/** The application as all three entry points make it. Ctrl-C and a stop by the system end it the same way, so that the fact store is closed. */
export function ignitor() {
  return new Ignitor(APP_ROOT, {
    importer: (path) =>
      path.startsWith('./') || path.startsWith('../')
        ? import(new URL(path, APP_ROOT).href)
        : import(path),
  }).tap((app) => {
    app.booting(async () => {
      await import('#start/env')
    })
    app.listen('SIGTERM', () => stop(app))
    app.listen('SIGINT', () => stop(app))
  })
}

/**
 * A process always ends, in the time that is set: whatever does not let go of it by then is left. What was
 * acknowledged is durable. Before a server is closed it says for a moment that it is not ready, so that
 * nothing more is sent to it.
 */
async function stop(app: ApplicationService) {
  if (app.inTest) return app.terminate()
  if (isStopping()) return
  const { default: env } = await import('#start/env')
  const seconds = env.get('SHUTDOWN_SECONDS') ?? 20
  beginStopping(seconds)
  setTimeout(() => {
    process.stderr.write(`It did not stop by itself within ${seconds} seconds and was ended.\n`)
    process.exit(1)
  }, seconds * 1000).unref()
  const notice = app.inProduction ? (env.get('SHUTDOWN_NOTICE_SECONDS') ?? 2) : 0
  if (app.getEnvironment() === 'web') await pause(Math.min(notice, seconds / 2) * 1000)
  await app.terminate()
  // A client that goes on looking for a server that is away would hold the process.
  process.exit()
}
