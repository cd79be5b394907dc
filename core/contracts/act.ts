import type { ObjectRef } from './live.js'

/** What somebody wishes of a platform for an agent. */
export type ActName = 'logOn' | 'logOff' | 'pause' | 'resume'

export interface ActOffer {
  /** Whether it is done for one queue, or for all of the person's queues at once. */
  per: 'queue' | 'person'
  /** Reasons that go along: those that the platform lists, or any text. */
  reasons?: 'listed' | 'free'
  /** What happens where the person is in a call. */
  duringCall: 'now' | 'after' | 'refused'
}

/** What can be done for agents through a source, and what of its objects it is done to. */
export interface ActsOfSource {
  /** Object types of agents and queues. */
  person: string
  queue: string
  /** Settings of a collection point without which nothing is offered there: credentials of their own, never those that read. */
  needs: readonly string[]
  offers: Readonly<Partial<Record<ActName, ActOffer>>>
}

/** Which event of a source tells when people were logged on and paused. */
export interface PresenceOfSource {
  event: string
  /** Its fields. */
  person: string
  state: string
  reason?: string
  /** Values of the state. */
  loggedOn: string
  paused: string
  /** Own figures of a day: a report over the person's objects. */
  day?: { report: string; columns: readonly string[] }
}

/** One wish, for one queue, or for all of the person's queues where none is named. */
export interface Act {
  name: ActName
  person: ObjectRef
  queue?: string
  reason?: string
  /** The telephone that calls go to, as the platform writes it. */
  device?: string
  penalty?: number
}

/** How an agent stands in the queues, as the platform says when it is asked. */
export interface PersonNow {
  queues: readonly { queue: string; paused: boolean; reason?: string }[]
}

export interface PauseReason {
  code: string
  label: string
}

/** Why an act was not done. `temporary`: the same may work later; `unknown`: it may have been done. */
export class NotDone extends Error {
  constructor(
    readonly outcome: 'refused' | 'temporary' | 'unknown',
    readonly code: NotDoneCode,
    message: string
  ) {
    super(message)
    this.name = 'NotDone'
  }
}

export type NotDoneCode =
  'noQueue' | 'noPerson' | 'static' | 'rights' | 'busy' | 'device' | 'unreachable'

/** Whether what an act wishes for is so. Without a queue it is about all that the person is logged on to. */
export function isAsWished(
  { name, queue }: Pick<Act, 'name' | 'queue'>,
  { queues }: PersonNow
): boolean {
  const about = queue === undefined ? queues : queues.filter((one) => one.queue === queue)
  if (name === 'logOn') return about.length > 0
  if (name === 'logOff') return about.length === 0
  if (name === 'pause') return about.length > 0 && about.every(({ paused }) => paused)
  return about.every(({ paused }) => !paused)
}
