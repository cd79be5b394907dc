import type { DateTime } from 'luxon'
import type { Answer, Question } from '#core/contracts/question'

const OLDEST_MS = 5 * 60_000
/** Whoever watches what is so now says so again after this. */
const LIVE_MS = 10_000
const TRIED_AGAIN_MS = 15_000
/** How collecting goes is told without any facts, where nobody called. */
const COLLECTING_MS = 15_000

/** The moment, in milliseconds, at which an answer is old by the clock alone. */
export function oldAt(question: Question, answer: Answer, now: DateTime): number {
  const midnight = now.plus({ days: 1 }).startOf('day').toMillis()
  return Math.min(midnight, now.toMillis() + OLDEST_MS, changeOf(question, answer, now))
}

function changeOf(question: Question, answer: Answer, now: DateTime): number {
  if (answer.problem?.code === 'E_NO_ANSWER') return now.toMillis() + TRIED_AGAIN_MS
  if (question.kind === 'usual') {
    const { of, whole } = question
    const isUpToNow = !whole && of.interval !== 'timeOfDay' && of.period.choice === 'today'
    return isUpToNow ? now.plus({ minutes: 1 }).startOf('minute').toMillis() : Infinity
  }
  if (question.kind === 'live') return expiryOf(answer, now)
  if (question.kind !== 'state') return Infinity
  if (question.what === 'collecting') return now.toMillis() + COLLECTING_MS
  const change = answer.total?.nextChange
  return typeof change === 'string' ? Date.parse(change) : Infinity
}

/** What is told is too old at a moment of its own. */
function expiryOf({ asOf, goodFor }: Answer, now: DateTime): number {
  const expiry = goodFor === null ? Infinity : Date.parse(asOf) + goodFor * 1000 + 1
  const next = now.toMillis() + LIVE_MS
  return expiry > now.toMillis() ? Math.min(expiry, next) : next
}
