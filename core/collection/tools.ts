import logger from '@adonisjs/core/services/logger'
import { guardedFetch } from '#core/collection/guarded_fetch'
import type { Tools } from '#core/contracts/collector'
import type { Json } from '#core/contracts/scalar'

/** What a collector of this source may reach outward with: addresses that its settings name, the clock and the log. */
export const collectorTools = (
  source: string,
  settings: Readonly<Record<string, Json>>
): Tools => ({
  fetch: guardedFetch(settings),
  now: () => new Date(),
  log: (message) => logger.info({ source }, message),
})
