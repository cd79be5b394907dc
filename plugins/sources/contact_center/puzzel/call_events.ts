import type { CollectedEvent } from '#core/contracts/collector'
import type { CallRow } from './call_row.js'

/** What a result code of a queue means for the session there. */
const queueOutcomes: Readonly<Record<string, string>> = {
  'a': 'choice',
  'b': 'moved',
  'c': 'failed',
  'd': 'failed',
  'e': 'failed',
  'f': 'full',
  'h': 'abandoned',
  'k': 'answered',
  'm': 'moved',
  'q': 'callback',
  's': 'noAgents',
  't': 'timeout',
  '?': 'failed',
}

/** What a result code of a conversation means where the call came straight to the agent. */
const directOutcomes: Readonly<Record<string, string>> = {
  b: 'failed',
  c: 'failed',
  e: 'failed',
  h: 'abandoned',
  k: 'answered',
  q: 'abandoned',
  t: 'timeout',
}

/** What it means for the attempt at the agent: an error and a set-up that timed out were no offer. */
const attemptOutcomes: Readonly<Record<string, string>> = {
  b: 'rejected',
  h: 'left',
  k: 'answered',
  q: 'left',
  t: 'missed',
}

type GroupOf = (agent: string) => string | null

/**
 * Everything that the rows of a call tell, worked out anew from all of them: which comes first does not
 * matter, and the more rows are known the higher is the version.
 */
export function callEvents(
  call: string,
  known: readonly CallRow[],
  groupOf: GroupOf
): CollectedEvent[] {
  const rows = known.toSorted((a, b) => a.sequence - b.sequence || (a.id < b.id ? -1 : 1))
  const visits = rows.filter(({ type }) => type === 'q')
  const talks = rows.filter(({ type }) => type === 'c')
  const whole: Whole = { call, rows, groupOf, version: rows.length }
  return [
    ...visits.flatMap((visit) =>
      visitEvents(
        whole,
        visit,
        talks.filter((talk) => visitOf(talk, visits) === visit)
      )
    ),
    ...talks
      .filter((talk) => !visitOf(talk, visits) && talk.queue === null)
      .flatMap((talk) => visitEvents(whole, null, [talk])),
  ]
}

interface Whole {
  call: string
  rows: readonly CallRow[]
  groupOf: GroupOf
  version: number
}

/** By what tells two visits apart; where that is not said, the last visit to the same queue before. */
function visitOf(talk: CallRow, visits: readonly CallRow[]): CallRow | undefined {
  return (
    visits.find(({ visit }) => visit !== null && visit === talk.visit) ??
    visits.findLast(({ queue, sequence }) => queue === talk.queue && sequence <= talk.sequence)
  )
}

/** A session at a queue with the conversations that it led to; without a queue, the one that came straight to an agent. */
function visitEvents(whole: Whole, visit: CallRow | null, talks: CallRow[]): CollectedEvent[] {
  const row = visit ?? talks[0]!
  const offers = talks.filter(isOffer)
  const answered = talks.find(({ result }) => result === 'k')
  const outcome = (visit ? queueOutcomes : directOutcomes)[row.result]!
  const talk = outcome === 'answered' ? answered : undefined
  const ring = talk ? Math.floor(talk.alertMs / 1000) : 0
  const spokeAt = talk && (talk.speakAt ?? talk.at)
  const wait = spokeAt ? secondsBetween(row.at, spokeAt) : row.seconds
  const initiation = whole.rows.find(({ type }) => type === 'i')
  const { call, groupOf, version } = whole
  const agent = talk?.agent ?? null
  const session: CollectedEvent = {
    event: 'session',
    key: row.id,
    at: new Date(row.at),
    fields: {
      group: row.queue,
      access: initiation?.destination ?? row.destination,
      agent,
      agentGroup: agent && groupOf(agent),
      session: call,
      outcome,
      caller: initiation?.source ?? row.source,
      attemptNumber: offers.length,
      callbackHandled: false,
      transferred: false,
      wait,
      queueSeconds: Math.max(0, wait - ring),
      ringSeconds: Math.min(ring, wait),
      serviceSeconds: talk ? talk.speakSeconds : null,
      parkSeconds: talk ? 0 : null,
    },
    version,
  }
  return [
    session,
    ...offers.map((offer, index) => attempt(whole, offer, row.queue, index + 1)),
    ...talks.filter(({ result }) => result === 'k').map((one) => talking(whole, one, row.queue)),
  ]
}

/** An agent who rejects at once, before it rang, was not offered the call. */
const isOffer = ({ result, alertMs }: CallRow) =>
  Object.hasOwn(attemptOutcomes, result) && (result !== 'b' || alertMs > 0)

const attempt = (whole: Whole, row: CallRow, group: string | null, number: number) => ({
  event: 'attempt',
  key: row.id,
  at: new Date(row.at),
  fields: {
    agent: row.agent,
    agentGroup: whole.groupOf(row.agent!),
    group,
    session: whole.call,
    outcome: attemptOutcomes[row.result]!,
    number,
    ringSeconds: Math.floor(row.alertMs / 1000),
  },
  version: whole.version,
})

function talking(whole: Whole, row: CallRow, group: string | null): CollectedEvent {
  const began = row.speakAt ?? row.at
  return {
    event: 'agentState',
    key: `talking|${row.id}`,
    at: new Date(began),
    fields: {
      agent: row.agent,
      agentGroup: whole.groupOf(row.agent!),
      group,
      state: 'talking',
      reason: null,
      began,
      ended: new Date(Date.parse(began) + row.speakSeconds * 1000).toISOString(),
      seconds: row.speakSeconds,
    },
    version: whole.version,
  }
}

const secondsBetween = (from: string, to: string) =>
  Math.max(0, Math.floor((Date.parse(to) - Date.parse(from)) / 1000))
