import type { CollectedEvent } from '#core/contracts/collector'
import type { Row } from '#core/contracts/scalar'
import type { SessionRecord } from './session_record.js'

/** A requested callback that nobody has made yet, as memory can hold it. */
export interface HeldCallback {
  at: string
  fields: Row
  version: number
}

const MOST = 2000

/**
 * Remembers sessions that asked to be called back. The session that calls back names the request in
 * `callbackOf`; the request is then told again, handled, and counts where it was made.
 */
export function callbacksHandled(
  { callbackOf }: SessionRecord,
  events: readonly CollectedEvent[],
  requested: Map<string, HeldCallback>
): CollectedEvent[] {
  for (const { event, key, at, fields, version = 0 } of events) {
    if (event !== 'session' || fields.outcome !== 'callback') continue
    requested.set(key, { at: at.toISOString(), fields, version })
  }
  for (const old of [...requested.keys()].slice(0, -MOST)) requested.delete(old)
  const request = callbackOf === null ? undefined : requested.get(callbackOf)
  if (!request) return []
  requested.delete(callbackOf!)
  return [
    {
      event: 'session',
      key: callbackOf!,
      at: new Date(request.at),
      fields: { ...request.fields, callbackHandled: true },
      // One higher, so that reading the request's own record once more does not undo it.
      version: request.version + 1,
    },
  ]
}
