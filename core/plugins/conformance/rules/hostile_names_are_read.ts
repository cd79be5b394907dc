import { setImmediate } from 'node:timers/promises'
import { hostileCopies } from '#core/plugins/conformance/hostile_copies'
import { readRecording } from '#core/plugins/conformance/read_recording'
import type { RecordedSource } from '#core/plugins/conformance/recorded_source'

/**
 * Whatever a platform calls its queues and people, reading goes on: nothing is thrown, and nothing that
 * every object of the process has is changed. Each copy is read three times, as a log that comes again.
 */
export async function hostileNamesAreRead({
  source,
  recordings,
}: RecordedSource): Promise<string[]> {
  const problems: string[] = []
  const before = sharedProperties()
  for (const recording of recordings) {
    for (const { title, bytes } of hostileCopies(recording.bytes)) {
      try {
        let memory = null as Awaited<ReturnType<typeof readRecording>>['memory']
        for (let time = 0; time < 3; time++) {
          const name = `${recording.name}.${time}`
          ;({ memory } = await readRecording(source, { ...recording, bytes, name }, { memory }))
        }
      } catch (error) {
        const said = error instanceof Error ? error.message : String(error)
        problems.push(`${recording.name}, ${title}: reading throws "${said}".`)
      }
      if (sharedProperties() !== before) {
        return [
          ...problems,
          `${recording.name}, ${title}: every object of the process was changed.`,
        ]
      }
      // There are some hundreds of copies.
      await setImmediate()
    }
  }
  return problems.slice(0, 10)
}

/** What all objects, lists and functions have. */
const sharedProperties = () =>
  [Object, Array, Function, String, Number, Map]
    .flatMap((made) => [
      ...Object.getOwnPropertyNames(made),
      ...Object.getOwnPropertyNames(made.prototype),
    ])
    .join()
