import type { CallRecord } from './call_record.js'
import type { Leg } from './legs.js'

const dispositions: Readonly<Record<string, string>> = {
  'ANSWERED': 'answered',
  'NO ANSWER': 'unanswered',
  'NOANSWER': 'unanswered',
  'BUSY': 'busy',
  'FAILED': 'failed',
  'CONGESTION': 'congestion',
}
const voicemail = /^voicemail/i

/** How the call went; undefined where the disposition is none that there is. */
export function outcomeOf(record: CallRecord): string | undefined {
  const said = record.disposition.toUpperCase()
  const outcome = Object.hasOwn(dispositions, said) ? dispositions[said] : undefined
  return outcome === 'answered' && !answeredByPerson(record) ? 'answeredBySystem' : outcome
}

/** Asterisk says ANSWERED too when a recording, a menu or the voicemail took the call. */
const answeredByPerson = ({ dstchannel, lastapp }: CallRecord) =>
  dstchannel !== '' && !voicemail.test(lastapp)

/** Of the records of one outgoing call, the one that says most of how it ended is the call's. */
export const weight = (outcome: string, { direction }: Leg) =>
  direction === 'out' ? weights.indexOf(outcome) : 0

const weights = ['failed', 'congestion', 'busy', 'unanswered', 'answeredBySystem', 'answered']

export const knownDispositions = 'ANSWERED, NO ANSWER, BUSY, FAILED and CONGESTION'
