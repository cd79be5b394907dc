import type { CollectedEvent } from '#core/contracts/collector'
import { readRecording } from '#core/plugins/conformance/read_recording'
import type { RecordedSource } from '#core/plugins/conformance/recorded_source'

/**
 * A key that comes again replaces what it was, so two calls that share one would be counted as one.
 * The same call told again began at the same moment, unless a higher version corrects it.
 */
export async function keysAreUnique({ source, recordings }: RecordedSource): Promise<string[]> {
  const problems: string[] = []
  for (const recording of recordings) {
    const { events } = await readRecording(source, recording)
    const seen = new Map<string, CollectedEvent>()
    for (const event of events) {
      const key = `${event.event} ${event.key}`
      const before = seen.get(key)
      seen.set(key, event)
      if (!before || before.at.getTime() === event.at.getTime()) continue
      if ((event.version ?? 0) > (before.version ?? 0)) continue
      problems.push(
        `${recording.name}: the key "${event.key}" of "${event.event}" stands for two moments, ${before.at.toISOString()} and ${event.at.toISOString()}.`
      )
    }
  }
  return problems.slice(0, 10)
}
