import 'reflect-metadata'
import { Ignitor } from '@adonisjs/core'
import type { ApplicationService } from '@adonisjs/core/types'

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

/** Longer than open answers are waited for. */
const STOPS_WITHIN_MS = 30_000

/** A server always ends: whatever does not let go of it by then is left. What was acknowledged is durable. */
function stop(app: ApplicationService) {
  if (app.getEnvironment() === 'web') {
    setTimeout(() => {
      process.stderr.write('The server did not stop by itself within 30 seconds and was ended.\n')
      process.exit(1)
    }, STOPS_WITHIN_MS).unref()
  }
  return app.terminate()
}
