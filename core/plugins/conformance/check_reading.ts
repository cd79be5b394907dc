import { recordedSource } from '#core/plugins/conformance/recorded_source'
import { readingRules } from '#core/plugins/conformance/reading_rules'
import type { SourcePlugin } from '#core/contracts/source'

/** What came of trying one rule. */
export interface TriedRule {
  title: string
  problems: readonly string[]
}

/**
 * Tries every rule of reading on what a source has recorded. Never throws: what a collector throws is
 * a problem of that rule.
 */
export async function checkReading(source: SourcePlugin, folder: string): Promise<TriedRule[]> {
  if (!readsFiles(source)) return []
  const recorded = await recordedSource(source, folder).catch((error: unknown) => String(error))
  if (typeof recorded === 'string') return [{ title: NAMED, problems: [recorded] }]
  if (!recorded || recorded.recordings.length === 0) {
    return [
      { title: NAMED, problems: ['There is no recorded file: tests/conformance.ts names none.'] },
    ]
  }
  const tried: TriedRule[] = []
  for (const { title, check } of readingRules) {
    const problems = await check(recorded).catch((error: unknown) => [
      `Reading throws "${error instanceof Error ? error.message : String(error)}". A bad record is rejected, never thrown.`,
    ])
    tried.push({ title, problems })
  }
  return tried
}

/** Whether the source reads files at all; one that only asks its platform has nothing to try. */
const refused = () => Promise.reject(new Error('Nothing is connected to here.'))

const readsFiles = (source: SourcePlugin) =>
  new source.collector({ fetch, connect: refused, now: () => new Date(), log: () => undefined })
    .read !== undefined

const NAMED = 'files that the platform wrote are kept beside its tests'
