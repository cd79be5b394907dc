import { readFile } from 'node:fs/promises'
import { existsSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { pathToFileURL } from 'node:url'
import type { CollectionPoint } from '#core/contracts/collector'
import type { Conformance, RecordedFile } from '#core/contracts/conformance'
import type { Json } from '#core/contracts/scalar'
import type { Settings } from '#core/contracts/settings'
import type { SourcePlugin } from '#core/contracts/source'

/** A recorded file with its bytes, and the collection point that it is read for. */
export interface Recording {
  name: string
  bytes: Buffer
  point: CollectionPoint
}

/** A source and what was recorded of its platform: what the rules of reading are tried on. */
export interface RecordedSource {
  source: SourcePlugin
  recordings: readonly Recording[]
  broken: Conformance['broken']
}

/**
 * Reads what a source brings to its own conformance: `tests/conformance.ts` in its folder, and the
 * files it lists. Undefined where the folder has none.
 */
export async function recordedSource(
  source: SourcePlugin,
  folder: string
): Promise<RecordedSource | undefined> {
  const tests = join(folder, 'tests')
  const found = ['conformance.ts', 'conformance.js']
    .map((name) => join(tests, name))
    .find(existsSync)
  if (!found) return undefined
  const { default: conformance } = (await import(pathToFileURL(found).href)) as {
    default: Conformance
  }
  const recordings = conformance.files.map(async (file) => ({
    name: file.name,
    bytes: await readFile(resolve(tests, file.path)),
    point: pointFor(source, conformance, file),
  }))
  return { source, recordings: await Promise.all(recordings), broken: conformance.broken }
}

const pointFor = (
  source: SourcePlugin,
  conformance: Conformance,
  file: RecordedFile
): CollectionPoint => ({
  id: 1,
  customerId: 1,
  zone: conformance.zone ?? 'Europe/Stockholm',
  settings: {
    ...defaults(source.settings),
    ...defaults(source.pointSettings),
    ...conformance.settings,
    ...file.settings,
  },
})

const defaults = (settings: Settings = {}): Record<string, Json> =>
  Object.fromEntries(
    Object.entries(settings).flatMap(([key, setting]) =>
      setting.default === undefined ? [] : [[key, setting.default]]
    )
  )
