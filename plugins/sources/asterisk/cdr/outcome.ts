import type { CallRecord } from './call_record.js'

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

/** Of the records of one leg, the one that says most of how it ended counts. */
export const weight = (outcome: string) => weights.indexOf(outcome)

const weights = ['failed', 'congestion', 'busy', 'unanswered', 'answeredBySystem', 'answered']

export const knownDispositions = 'ANSWERED, NO ANSWER, BUSY, FAILED and CONGESTION'
