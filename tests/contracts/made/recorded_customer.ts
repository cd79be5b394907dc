import { randomUUID } from 'node:crypto'
import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { storageFolder } from '#config/storage'
import { collectFileAt } from '#core/collection/actions/collect_file'
import { ensurePoint } from '#core/collection/ensure_point'
import type { Reader } from '#core/permissions/reader'
import { readRecording } from '#core/plugins/conformance/read_recording'
import type { RecordedSource } from '#core/plugins/conformance/recorded_source'
import { madeCustomer } from '#tests/made/customer'

interface RecordedCustomer {
  reader: Reader
  period: { from: string; to: string }
}

const made = new Map<string, Promise<RecordedCustomer>>()

/** A customer for whom all that a source has recorded was collected, made once, and the dates that it has events on. */
export function recordedCustomer(recorded: RecordedSource): Promise<RecordedCustomer> {
  const { key } = recorded.source
  const known = made.get(key) ?? make(recorded)
  made.set(key, known)
  return known
}

async function make(recorded: RecordedSource): Promise<RecordedCustomer> {
  const customer = await madeCustomer({ plugins: [recorded.source.key] })
  const reader: Reader = {
    customerId: customer.id,
    userId: 0,
    role: 'administrator',
    objectIds: null,
    callSpecification: true,
    personalFields: true,
  }
  return { reader, period: await collectRecordings(recorded, customer.id) }
}

/** Each recording is collected at a point of its own, with its own settings. Answers the local dates that it has events on. */
async function collectRecordings({ source, recordings }: RecordedSource, customerId: number) {
  const moments: number[] = []
  for (const [index, recording] of recordings.entries()) {
    const { zone, settings } = recording.point
    const name = `point ${index + 1}`
    const point = await ensurePoint({ customerId, source: source.key, name, zone })
    await point.merge({ settings: { ...settings } }).save()
    const path = join(storageFolder('recordings'), randomUUID())
    await writeFile(path, recording.bytes)
    await collectFileAt(point, path, recording.name)
    const { events } = await readRecording(source, recording)
    moments.push(...events.map(({ at }) => at.getTime()))
  }
  const day = 86_400_000
  const first = moments.reduce((one, other) => Math.min(one, other), Infinity)
  const last = moments.reduce((one, other) => Math.max(one, other), -Infinity)
  return { from: dateOf(first - day), to: dateOf(last + day) }
}

const dateOf = (time: number) => new Date(time).toISOString().slice(0, 10)
