import type { CollectedEvent } from '#core/contracts/collector'

/** A time that an agent was in a state, at one queue or (`queue` null) as a whole. Times are in milliseconds. */
export type Span = {
  agent: string
  queue: string | null
  state: 'loggedOn' | 'paused' | 'wrapUp'
  reason: string | null
  began: number
  ended: number | null
  /** The time of the last line that changed it. */
  changed: number
}

export const spanKey = ({ agent, queue, state, began }: Span) =>
  `${state}|${agent}|${queue ?? ''}|${began}`

/** Which of the two events a span is: what holds for the agent as a whole is never counted per queue. */
export const spanEvent = (span: Span, session: boolean): CollectedEvent => ({
  event: session ? 'agentSession' : 'agentState',
  key: spanKey(span),
  at: new Date(span.began),
  version: span.changed * 1000 + (span.ended === null ? 0 : 1),
  fields: {
    agent: span.agent,
    ...(session ? {} : { queue: span.queue }),
    state: span.state,
    reason: span.reason,
    began: new Date(span.began).toISOString(),
    ended: span.ended === null ? null : new Date(span.ended).toISOString(),
    seconds: span.ended === null ? null : Math.max(0, Math.floor((span.ended - span.began) / 1000)),
  },
})
