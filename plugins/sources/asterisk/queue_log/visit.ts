/** How far a visit has come. */
export const stages = { waiting: 0, connected: 1, ended: 2 } as const

/** One visit of a call to a queue, as far as the log has told. Times are in milliseconds, durations in seconds. */
export type Visit = {
  key: string
  call: string
  queue: string
  /** When it arrived: as logged, or worked out from how long it waited. */
  at: number
  /** Whether the arrival itself was logged. */
  entered: boolean
  via: string | null
  caller: string | null
  callerName: string | null
  originalPosition: number | null
  position: number | null
  stage: 0 | 1 | 2
  outcome: string
  reason: string | null
  agent: string
  wait: number | null
  ring: number | null
  connectedAt: number | null
  talk: number | null
  endedAt: number | null
  endedBy: string | null
  transferredTo: string | null
  keyPressed: string | null
  /** The number that the caller dialled, where a DID line says it. */
  dialled?: string | null
  /** The time of the last line that changed it. */
  changed: number
  /** It was ended by something that does not prove its end: a line that shows it alive goes on with it. */
  provisional: boolean
}

export const newVisit = (
  { key, call, queue }: { key: string; call: string; queue: string },
  at: number,
  via: string | null
): Visit => ({
  key,
  call,
  queue,
  at,
  entered: false,
  via,
  caller: null,
  callerName: null,
  originalPosition: null,
  position: null,
  stage: stages.waiting,
  outcome: 'ongoing',
  reason: null,
  agent: '',
  wait: null,
  ring: null,
  connectedAt: null,
  talk: null,
  endedAt: null,
  endedBy: null,
  transferredTo: null,
  keyPressed: null,
  dialled: null,
  changed: at,
  provisional: false,
})
