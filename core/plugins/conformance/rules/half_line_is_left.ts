import { difference, factsOf } from '#core/plugins/conformance/facts_of'
import { readRecording } from '#core/plugins/conformance/read_recording'
import type { RecordedSource, Recording } from '#core/plugins/conformance/recorded_source'

/** The platform may be in the middle of writing: what has no line end yet is neither read nor rejected. */
export async function halfLineIsLeft({ source, recordings }: RecordedSource): Promise<string[]> {
  const problems: string[] = []
  for (const recording of recordings) {
    const line = lastLine(recording)
    if (!line) continue
    const before = await readRecording(source, recording, { until: line.from })
    for (const until of [line.from + Math.ceil((line.to - line.from) / 2), line.to]) {
      const half = await readRecording(source, recording, { until })
      const differs = difference(factsOf(before), factsOf(half))
      if (differs) problems.push(`${recording.name}, cut in its last line: ${differs}.`)
      if (half.rejected.length > before.rejected.length) {
        problems.push(`${recording.name}: its half-written last line is rejected.`)
      }
      if (half.position > line.from) {
        problems.push(`${recording.name}: the position goes past its half-written last line.`)
      }
    }
  }
  return problems
}

/** Where the last line begins and ends, without its line end; undefined where there is none to cut. */
function lastLine({ bytes }: Recording) {
  const end = bytes.lastIndexOf(0x0a)
  const to = bytes[end - 1] === 0x0d ? end - 1 : end
  const from = bytes.lastIndexOf(0x0a, to - 1) + 1
  return to - from > 1 ? { from, to } : undefined
}
