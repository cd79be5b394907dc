import { difference, factsOf } from '#core/plugins/conformance/facts_of'
import { readRecording } from '#core/plugins/conformance/read_recording'
import type { RecordedSource } from '#core/plugins/conformance/recorded_source'

/** A file that was joined from copies of itself tells nothing that one copy does not: nothing counts twice. */
export async function sameTwiceInside({ source, recordings }: RecordedSource): Promise<string[]> {
  const problems: string[] = []
  for (const recording of recordings) {
    const once = await readRecording(source, recording)
    for (const copies of [2, 3]) {
      const bytes = Buffer.concat(Array.from({ length: copies }, () => recording.bytes))
      const several = await readRecording(source, { ...recording, bytes })
      const differs = difference(factsOf(once), factsOf(several))
      if (differs) problems.push(`${recording.name}, ${copies} times in one file: ${differs}.`)
    }
  }
  return problems
}
