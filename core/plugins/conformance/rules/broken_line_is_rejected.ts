import { difference, factsOf } from '#core/plugins/conformance/facts_of'
import { readRecording } from '#core/plugins/conformance/read_recording'
import type { RecordedSource } from '#core/plugins/conformance/recorded_source'

/** One line that cannot be read is put aside with its number and a reason, and disturbs no other. */
export async function brokenLineIsRejected(recorded: RecordedSource): Promise<string[]> {
  const { source, recordings, broken } = recorded
  const [recording] = recordings
  if (broken === false || !recording) return []
  const { line = 'a line that no platform writes', after = 1 } = broken ?? {}
  const at = endOfLine(recording.bytes, after)
  const bytes = Buffer.concat([
    recording.bytes.subarray(0, at),
    Buffer.from(`${line}\n`),
    recording.bytes.subarray(at),
  ])
  const expected = await readRecording(source, recording)
  const found = await readRecording(source, { ...recording, bytes })
  const rejected = found.rejected.find((candidate) => candidate.line.trimEnd() === line)
  if (!rejected) return [`${recording.name}: the line "${line}" is not rejected as it stands.`]
  const differs = difference(factsOf(expected), factsOf(found))
  return [
    ...(rejected.number === after + 1
      ? []
      : [`${recording.name}: line ${after + 1} is rejected as line ${rejected.number}.`]),
    ...(rejected.reason?.trim() ? [] : [`${recording.name}: a line is rejected without a reason.`]),
    ...(differs ? [`${recording.name}, with a broken line in it: ${differs}.`] : []),
  ]
}

function endOfLine(bytes: Buffer, lines: number): number {
  let end = 0
  for (let line = 0; line < lines; line++) {
    const next = bytes.indexOf(0x0a, end)
    if (next < 0) return bytes.length
    end = next + 1
  }
  return end
}
