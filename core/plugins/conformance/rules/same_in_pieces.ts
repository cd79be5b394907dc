import { difference, factsOf } from '#core/plugins/conformance/facts_of'
import { readRecording } from '#core/plugins/conformance/read_recording'
import type { RecordedSource } from '#core/plugins/conformance/recorded_source'

/** Networks and disks cut anywhere: also inside a line and inside a letter of several bytes. */
export async function sameInPieces({ source, recordings }: RecordedSource): Promise<string[]> {
  const problems: string[] = []
  for (const recording of recordings) {
    const whole = await readRecording(source, recording)
    for (const chunk of [1, 7, 4096]) {
      const pieces = await readRecording(source, recording, { chunk })
      const differs = difference(factsOf(whole), factsOf(pieces))
      if (differs) problems.push(`${recording.name}, ${chunk} bytes at a time: ${differs}.`)
      if (pieces.position !== whole.position) {
        problems.push(
          `${recording.name}, ${chunk} bytes at a time: the position is ${pieces.position} and not ${whole.position}.`
        )
      }
    }
  }
  return problems
}
