import { difference, factsOf } from '#core/plugins/conformance/facts_of'
import { readRecording, type Reading } from '#core/plugins/conformance/read_recording'
import type { RecordedSource, Recording } from '#core/plugins/conformance/recorded_source'

/** A file that grows is read as it stands, and later from the position reached: together that is the whole file. */
export async function sameInHalves({ source, recordings }: RecordedSource): Promise<string[]> {
  const problems: string[] = []
  for (const recording of recordings) {
    const whole = await readRecording(source, recording)
    for (const cut of cuts(recording)) {
      const first = await readRecording(source, recording, { until: cut })
      if (first.position > cut) {
        problems.push(
          `${recording.name}, of ${cut} bytes: the position ${first.position} is behind the end.`
        )
        continue
      }
      const { position: from, memory } = first
      const second = await readRecording(source, recording, { from, memory })
      const differs =
        difference(factsOf(whole), factsOf(first, second)) ?? otherRejected(whole, first, second)
      if (differs) problems.push(`${recording.name}, cut at byte ${cut}: ${differs}.`)
    }
  }
  return problems.slice(0, 10)
}

function otherRejected(whole: Reading, ...halves: readonly Reading[]) {
  const expected = whole.rejected.length
  const found = halves.flatMap(({ rejected }) => rejected).length
  return expected === found ? undefined : `${found} lines are rejected and not ${expected}`
}

/** Where recordings are cut: early, at and beside line ends, inside letters of several bytes, and spread evenly. */
function cuts({ bytes }: Recording): number[] {
  const end = bytes.length
  const line = bytes.indexOf(0x0a, Math.floor(end / 2))
  const letter = bytes.findIndex((byte) => byte >= 0xc0)
  const spread = Array.from({ length: 16 }, (_, index) => Math.floor((end * (index + 1)) / 17))
  const wanted = [1, 2, line, line + 1, line + 2, letter + 1, end - 2, end - 1, ...spread]
  return [...new Set(wanted)].filter((cut) => cut > 0 && cut < end)
}
