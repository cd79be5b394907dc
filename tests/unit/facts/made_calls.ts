import type { CollectedEvent } from '#core/contracts/collector'
import type { EventSchema } from '#core/contracts/event'
import type { Row } from '#core/contracts/scalar'

/** An event with a field of every type. */
export const callEvent: EventSchema = {
  key: 'call',
  label: 'Call',
  fields: {
    call: { label: 'Call', type: 'text' },
    queue: { label: 'Queue', type: 'object', objectType: 'queue' },
    agent: { label: 'Agent', type: 'object', objectType: 'agent' },
    caller: { label: 'Caller', type: 'phone', personal: true },
    outcome: { label: 'Outcome', type: 'choice', choices: { answered: 'Answered', lost: 'Lost' } },
    wait: { label: 'Wait', type: 'seconds' },
    position: { label: 'Position', type: 'number' },
    cost: { label: 'Cost', type: 'decimal' },
    recorded: { label: 'Recorded', type: 'flag' },
    ended: { label: 'Ended', type: 'time' },
  },
}

/** A call; fields that are not given have no value. */
export const call = (
  key: string,
  at: string,
  fields: Row = {},
  version?: number
): CollectedEvent => ({
  event: 'call',
  key,
  at: new Date(at),
  fields,
  ...(version !== undefined && { version }),
})
