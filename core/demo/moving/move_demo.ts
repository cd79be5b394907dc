import { setTimeout as pause } from 'node:timers/promises'
import logger from '@adonisjs/core/services/logger'
import type { SourcePlugin } from '#core/contracts/source'
import Customer from '#core/customers/models/customer'
import { enabledSources } from '#core/customers/queries/enabled_sources'
import { readDemoSignIn } from '#core/demo/demo_sign_in'
import { DEMO_SLUG } from '#core/demo/demo_slug'
import { servePlatform, type ServedPlatform } from '#core/demo/moving/demo_platform'
import { forgetOldFiles } from '#core/demo/moving/forget_old_files'
import { demoFolders } from '#core/demo/moving/grown_files'
import { MovingSource } from '#core/demo/moving/moving_source'
import { registry } from '#core/plugins/registry'

const EVERY_MS = 1000
/** Files are written every so many times. */
const FILES_EVERY = 2

interface Moving {
  source: SourcePlugin
  files: MovingSource
  platform: ServedPlatform | undefined
}

/**
 * Lets the demo of this installation go on, from when it was written last: what its platforms write is
 * collected from the inbox, and what is so now is told by stand-ins. Answers what ends it, or undefined
 * where this installation has no demo.
 *
 * @param pace how many times as busy as usual, day and night
 */
export async function moveDemo(
  pace: number,
  now: () => Date = () => new Date()
): Promise<(() => Promise<void>) | undefined> {
  const signIn = await readDemoSignIn()
  const customer = signIn && (await Customer.findBy({ slug: DEMO_SLUG }))
  if (!customer) return undefined
  const { id: customerId, zone } = customer
  await forgetOldFiles(customerId, now())
  const enabled = await enabledSources(customerId)
  const all: Moving[] = []
  for (const source of registry().platforms()) {
    if (!source.demo || !enabled.includes(source.key)) continue
    const platform = await servePlatform(source, { customerId, zone, pace, now: now() })
    const folders = demoFolders(DEMO_SLUG, source.key)
    all.push({ source, platform, files: new MovingSource(source.demo, folders, { zone, pace }) })
  }
  const stop = new AbortController()
  const ended = Promise.all(all.map((one) => keepMoving(one, now, stop.signal)))
  return async () => {
    stop.abort()
    for (const { platform } of all) platform?.close()
    await ended
  }
}

async function keepMoving(
  { source, files, platform }: Moving,
  now: () => Date,
  signal: AbortSignal
) {
  try {
    await files.catchUp(now())
    for (let count = 1; !signal.aborted; count += 1) {
      await pause(EVERY_MS, undefined, { signal, ref: false }).catch(() => undefined)
      if (signal.aborted) return
      const moment = now()
      platform?.goOn(moment)
      if (count % FILES_EVERY === 0) await files.goOn(moment)
    }
  } catch (error) {
    logger.error({ err: error, source: source.key }, 'The demo does not go on.')
  }
}
