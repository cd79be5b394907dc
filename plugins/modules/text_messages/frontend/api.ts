/** What the module's addresses answer. */
export interface ShownMessage {
  id: number
  number: string
  sender: string
  text: string | null
  encoding: 'gsm' | 'ucs2'
  parts: number
  state: string
  held: boolean
  dueAt: string
  skipReason: string | null
  code: string | null
  problem: string | null
  idx: string | null
  via: string
  login: string | null
  sendingId: number | null
  sending: string | null
  reference: string | null
  price: string | null
  unit: string | null
  createdAt: string
  handedAt: string | null
  settledAt: string | null
}

export interface ShownSending {
  id: number
  name: string
  sender: string
  text: string
  state: string
  problem: string | null
  startsAt: string | null
  expiresAt: string | null
  hours: { from: string; to: string; sundays: boolean }
  ratePerSecond: number
  recipients: number
  reserved: string | null
  unit: string | null
  counts: Record<string, number>
  spent: string | null
  notSpent: string | null
  madeBy: string | null
  startedBy: string | null
  mine: boolean
  createdAt: string
  startedAt: string | null
  finishedAt: string | null
}

export interface AccountAnswer {
  hasAccount: boolean
  standing: {
    balance: string | null
    unit: string
    senders: { name: string; usable: boolean }[]
  } | null
}

/** An account’s unit as people say it: points have a word, currencies are their own. */
export const unitOf = (unit: string | null, word: (key: string) => string) =>
  unit === 'points' ? word('points') : (unit ?? '')

type Tone = 'success' | 'warning' | 'error' | 'neutral' | 'info'

/** How a state is coloured; its word stands beside it always. */
export const toneOf = (state: string): Tone => {
  if (state === 'delivered' || state === 'finished') return 'success'
  if (['undelivered', 'rejected', 'failed'].includes(state)) return 'error'
  if (['unknown', 'expired', 'paused'].includes(state)) return 'warning'
  return ['running', 'handing', 'handed', 'sent'].includes(state) ? 'info' : 'neutral'
}

/** States in the order of the legend. */
export const legend = [
  'waiting',
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
