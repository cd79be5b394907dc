import logger from '@adonisjs/core/services/logger'
import { guardedConnect } from '#core/collection/guarded_connect'
import { guardedFetch } from '#core/collection/guarded_fetch'
import type { Tools } from '#core/contracts/collector'
import type { Json } from '#core/contracts/scalar'
import type { SourcePlugin } from '#core/contracts/source'

/** What a collector of this source may reach outward with: addresses that its settings name, the clock and the log. */
export const collectorTools = (
  source: SourcePlugin,
  settings: Readonly<Record<string, Json>>
): Tools => ({
  fetch: guardedFetch(addressSettings(source, settings)),
  connect: guardedConnect(addressSettings(source, settings)),
  now: () => new Date(),
  log: (message) => logger.info({ source: source.key }, message),
})

/** Texts only: a secret names no address, and must not be read in a refusal. */
const addressSettings = (source: SourcePlugin, settings: Readonly<Record<string, Json>>) =>
  Object.fromEntries(
    Object.entries({ ...source.settings, ...source.pointSettings })
      .filter(([, { type }]) => type === 'text')
      .map(([name]) => [name, settings[name] ?? null])
  )
