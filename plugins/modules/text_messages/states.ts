import type { ReportedState } from '#core/contracts/channel_callback'

/** How far a message has come. */
export const states = [
  'waiting',
  'handing',
  'handed',
  'sent',
  'delivered',
  'undelivered',
  'expired',
  'rejected',
  'failed',
  'unknown',
  'stopped',
  'skipped',
] as const
export type State = (typeof states)[number]
export type Counts = Partial<Record<State, number>>

/** From which states what a gateway tells moves a message: only forward, so that a late word changes nothing. */
const before: Readonly<Record<Exclude<ReportedState, 'unknown'>, readonly State[]>> = {
  sent: ['handing', 'unknown', 'handed'],
  undelivered: ['handing', 'unknown', 'handed', 'sent'],
  expired: ['handing', 'unknown', 'handed', 'sent'],
  rejected: ['handing', 'unknown', 'handed', 'sent'],
  delivered: ['handing', 'unknown', 'handed', 'sent', 'undelivered', 'expired'],
}

/** The states that a report moves a message from; none where it tells nothing. */
export const movedFrom = (state: ReportedState): readonly State[] =>
  state === 'unknown' ? [] : before[state]

/** As reports count it; null while nothing is settled about it. */
export function countedState(state: State): string | null {
  if (state === 'waiting' || state === 'handing') return null
  return state === 'handed' || state === 'sent' ? 'pending' : state
}
