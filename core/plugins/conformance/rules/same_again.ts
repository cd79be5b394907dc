import { readRecording } from '#core/plugins/conformance/read_recording'
import type { RecordedSource } from '#core/plugins/conformance/recorded_source'

/** Neither the clock nor chance nor what was read before may tell in what is read. */
export async function sameAgain({ source, recordings }: RecordedSource): Promise<string[]> {
  const problems: string[] = []
  for (const recording of recordings) {
    const once = await readRecording(source, recording)
    const again = await readRecording(source, recording, { now: new Date('2031-01-01T00:00:00Z') })
    if (JSON.stringify(once.events) !== JSON.stringify(again.events)) {
      problems.push(`${recording.name}: read again five years later, it gives other events.`)
    }
    if (JSON.stringify(once.memory) !== JSON.stringify(again.memory)) {
      problems.push(`${recording.name}: read again five years later, it leaves another memory.`)
    }
  }
  return problems
}
