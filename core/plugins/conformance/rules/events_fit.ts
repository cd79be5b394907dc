import { eventCheck } from '#core/plugins/check_event'
import type { CollectedObject } from '#core/contracts/collector'
import type { SourcePlugin } from '#core/contracts/source'
import { readRecording } from '#core/plugins/conformance/read_recording'
import type { RecordedSource } from '#core/plugins/conformance/recorded_source'

/** Something is read from every recording, and all of it is as the source declares. */
export async function eventsFit({ source, recordings }: RecordedSource): Promise<string[]> {
  const check = eventCheck(source.events)
  const problems: string[] = []
  for (const recording of recordings) {
    const { events, objects } = await readRecording(source, recording)
    if (events.length + objects.length === 0)
      problems.push(`Nothing is read from ${recording.name}.`)
    for (const event of events) {
      const reason = check(event)
      if (reason) problems.push(`${recording.name}, event "${event.key}": ${reason}`)
    }
    for (const object of objects) {
      const reason = checkObject(source, object)
      if (reason) problems.push(`${recording.name}, object "${object.identifier}": ${reason}`)
    }
  }
  return problems.slice(0, 10)
}

function checkObject({ objectTypes }: SourcePlugin, object: CollectedObject) {
  const type = objectTypes[object.objectType]
  if (!type) return `There is no object type "${object.objectType}".`
  const { pattern } = type.identifier
  if (new RegExp(`^(?:${pattern})$`, 'u').test(object.identifier)) return undefined
  return `The identifier does not match the pattern "${pattern}".`
}
