import { createWriteStream } from 'node:fs'
import { utimes } from 'node:fs/promises'
import { join } from 'node:path'
import { pipeline } from 'node:stream/promises'
import { DateTime } from 'luxon'
import { storageFolder } from '#config/storage'
import { collectFile } from '#core/collection/actions/collect_file'
import { ensurePoint } from '#core/collection/ensure_point'
import type { SourcePlugin } from '#core/contracts/source'
import type Customer from '#core/customers/models/customer'
import type { DemoProgress } from '#core/demo/demo_progress'
import { upsertObjects } from '#core/measurement_objects/actions/upsert_objects'

/** Writes a source's demo files to the storage folder and collects each of them as soon as it is there. */
export async function collectDemo(demo: {
  source: SourcePlugin
  customer: Customer
  from: string
  until: Date
  progress: DemoProgress
}): Promise<void> {
  const { source, customer, from, until } = demo
  if (!source.demo) return
  const { objects, settings, files } = source.demo({ from, until, zone: customer.zone })
  const folder = storageFolder('demo', source.key)
  const known = new Set<string>()
  const months = DateTime.fromJSDate(until).diff(DateTime.fromISO(from), 'months').months
  let made = 0
  for await (const file of files) {
    if (!known.has(file.point)) {
      known.add(file.point)
      const point = await ensurePoint({
        customerId: customer.id,
        source: source.key,
        name: file.point,
        zone: customer.zone,
      })
      if (settings) await point.merge({ settings }).save()
      await upsertObjects({ customerId: customer.id, pointId: point.id, objects })
    }
    const path = join(folder, file.name)
    await pipeline(file.body, createWriteStream(path))
    // The demo goes on from here.
    await utimes(path, until, until)
    await collectFile({
      customerId: customer.id,
      source: source.key,
      point: file.point,
      path,
      name: file.name,
    })
    made += 1
    demo.progress({
      source: source.label,
      file: file.name,
      share: Math.min(1, made / Math.max(1, Math.ceil(months))),
    })
  }
}
