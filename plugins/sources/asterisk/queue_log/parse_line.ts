import { localInstants } from '../input/local_time.js'
import { interfaceName } from './interface_name.js'
import { verbs } from './verbs.js'

/** One line of a queue_log. `at` is in milliseconds; what the log calls NONE is empty here. */
export interface QueueLine {
  at: number
  call: string
  queue: string
  agent: string
  verb: string
  /** What follows the event, without the empty fields at its end. */
  data: readonly string[]
}

const fewestFields = 5
/** No object's identifier may be longer; what is remembered of it stays small. */
const longestName = 191
/** Call ids that stand where there is no call. */
const noCall = new Set(['', 'NONE', 'REALTIME', 'MANAGER', 'CLI'])
const needed = { call: 'a call id', queue: 'a queue', agent: 'an agent' } as const

/** The line, or a sentence that says what is wrong with it. */
export function parseLine(text: string, zone: string): QueueLine | string {
  const fields = text.split('|')
  if (fields.length < fewestFields) {
    return `A queue_log line has at least five fields divided by "|" (time, call, queue, agent, event), this one has ${fields.length}.`
  }
  const at = instant(fields[0]!, zone)
  if (at === undefined) return `"${fields[0]}" is no time in seconds since 1970.`
  const verb = fields[4]!
  const needs = verbs.get(verb)
  if (!needs) {
    return `"${verb}" is no event of a queue_log. There are: ${[...verbs.keys()].join(', ')}.`
  }
  const line: QueueLine = {
    at,
    call: noCall.has(fields[1]!) ? '' : fields[1]!,
    queue: nameOf(fields[2]!),
    agent: fields[3] === 'NONE' ? '' : interfaceName(fields[3]!),
    verb,
    data: dataOf(fields),
  }
  for (const name of [line.call, line.queue, line.agent]) {
    if (name.length > longestName)
      return `"${name.slice(0, 40)}…" is longer than ${longestName} characters.`
  }
  for (const need of needs)
    if (!line[need]) return `${verb} needs ${needed[need]}, and none is named.`
  return line
}

function instant(text: string, zone: string): number | undefined {
  const seconds = Number(text)
  if (Number.isNaN(seconds)) return localInstants(text, zone)[0]
  // Seconds as Asterisk writes them; exports of its table also have milliseconds and microseconds.
  const milliseconds = seconds < 1e11 ? seconds * 1000 : seconds < 1e14 ? seconds : seconds / 1000
  return milliseconds >= earliest && milliseconds < latest ? Math.round(milliseconds) : undefined
}

const earliest = Date.UTC(1999, 0)
const latest = Date.UTC(2100, 0)

const nameOf = (name: string) => (name === 'NONE' ? '' : name)

function dataOf(fields: string[]): string[] {
  let end = fields.length
  while (end > fewestFields && fields[end - 1] === '') end--
  return fields.slice(fewestFields, end)
}
