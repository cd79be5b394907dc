import { isDeepStrictEqual } from 'node:util'
import { readRecording } from '#core/plugins/conformance/read_recording'
import type { RecordedSource } from '#core/plugins/conformance/recorded_source'

/** Core keeps the memory as JSON, so a Date, a Map or an undefined in it would come back as something else. */
export async function memorySurvives({ source, recordings }: RecordedSource): Promise<string[]> {
  const problems: string[] = []
  for (const recording of recordings) {
    const { memories } = await readRecording(source, recording)
    const lost = memories.some((memory) => !survives(memory))
    if (lost)
      problems.push(`${recording.name}: the memory is not the same after it was kept as JSON.`)
  }
  return problems
}

function survives(memory: unknown) {
  const text = JSON.stringify(memory) as string | undefined
  return text !== undefined && isDeepStrictEqual(JSON.parse(text), memory)
}
