import { defineEvent } from '#core/contracts/plugin'
import { readLines, type Lines } from '#core/contracts/read_lines'
import type {
  Collected,
  CollectedEvent,
  CollectionPoint,
  Collector,
  Input,
  Rejected,
  Tools,
} from '#core/contracts/collector'
import type { Json } from '#core/contracts/scalar'
import type { SourcePlugin } from '#core/contracts/source'

/** What the collector has been taught to read since it was written: the mending of a plugin. */
export const taught = new Set<string>()

/** Queues whose lines the collector passes over: a setting that was changed after collecting. */
export const ignored = new Set<string>()

const call = defineEvent({
  key: 'call',
  label: 'Call',
  fields: {
    queue: { label: 'Queue', type: 'object', objectType: 'queue' },
    agent: { label: 'Agent', type: 'object', objectType: 'agent' },
    phone: { label: 'Caller', type: 'phone', personal: true },
    outcome: {
      label: 'Outcome',
      type: 'choice',
      choices: { ongoing: 'Ongoing', answered: 'Answered', lost: 'Lost' },
    },
    wait: { label: 'Wait', type: 'seconds' },
  },
})

interface Open {
  at: string
  queue: string
  phone: string | null
}

/**
 * Reads `moment;call;queue;word;value`: `ring` begins a call (value: who calls), `answer` and `lost` end
 * it (value: the agent). A call that is open is remembered. `parts` says all the parts that a call has, each a call of its own. `moved` corrects where and when it began.
 */
class HotlineCollector implements Collector {
  constructor(protected tools: Tools) {}

  async *read(input: Input, _point: CollectionPoint, memory: Json): AsyncIterable<Collected> {
    const open = new Map(Object.entries((memory ?? {}) as unknown as Record<string, Open>))
    for await (const { lines, position } of readLines(input)) {
      const read = readAll(lines, open)
      yield { ...read, position, memory: Object.fromEntries(open) as unknown as Json }
    }
  }

  async *poll(point: CollectionPoint, memory: Json, signal: AbortSignal): AsyncIterable<Collected> {
    const response = await this.tools.fetch(String(point.settings.address), { signal })
    const body = await response.text()
    const lines = body.split('\n').filter((text) => text !== '')
    const numbered = lines.map((text, index) => ({ text, number: index + 1 }))
    yield { ...readAll(numbered, new Map()), memory: { asked: Number(asked(memory)) + 1 } }
  }
}

const asked = (memory: Json) => (memory as { asked?: number } | null)?.asked ?? 0

function readAll(lines: Lines['lines'], open: Map<string, Open>) {
  const events: CollectedEvent[] = []
  const rejected: Rejected[] = []
  const replaces: { event: string; keyStart: string }[] = []
  for (const { text, number } of lines) {
    const [at, key, queue, word, value = ''] = text.split(';')
    if (word === 'parts') {
      replaces.push({ event: 'call', keyStart: `${key}/` })
      for (const part of value.split(',')) {
        const fields = { queue: queue!, agent: null, phone: null, outcome: 'lost', wait: 1 }
        events.push({ event: 'call', key: `${key}/${part}`, at: new Date(at!), fields })
      }
      continue
    }
    const event = readLine(text, open)
    if (typeof event === 'string') rejected.push({ line: text, number, reason: event })
    else if (event) events.push(event)
  }
  return { events, rejected, replaces }
}

function readLine(text: string, open: Map<string, Open>): CollectedEvent | string | undefined {
  const [at, key, queue, word, value = null] = text.split(';')
  if (!at || !key || !queue || !word) return 'The line has too few parts.'
  if (ignored.has(queue)) return undefined
  const version = Date.parse(at)
  const event = (begun: Open, outcome: string, agent: string | null): CollectedEvent => ({
    event: 'call',
    key,
    at: new Date(begun.at),
    version,
    fields: {
      queue: begun.queue,
      agent,
      phone: begun.phone,
      outcome,
      wait: outcome === 'ongoing' ? null : (version - Date.parse(begun.at)) / 1000,
    },
  })
  if (word === 'ring') {
    open.set(key, { at, queue, phone: value })
    return event({ at, queue, phone: value }, 'ongoing', null)
  }
  if (word === 'moved') return event({ at: value ?? at, queue, phone: null }, 'lost', null)
  if (word === 'answer' || word === 'lost' || taught.has(word)) {
    const begun = open.get(key)
    open.delete(key)
    const outcome = word === 'lost' ? 'lost' : 'answered'
    return begun ? event(begun, outcome, value) : undefined
  }
  return `"${word}" is not a word of the hotline.`
}

/** A telephone platform small enough to see through, for tests of what core does with any. */
export const hotline: SourcePlugin = {
  kind: 'source',
  key: 'hotline',
  label: 'Hotline',
  description: 'Calls of a hotline.',
  pointSettings: { address: { label: 'Address', type: 'text' } },
  objectTypes: {
    queue: {
      label: 'Queue',
      plural: 'Queues',
      icon: 'list',
      identifier: { label: 'Name', pattern: '^.+$', example: 'support' },
    },
    agent: {
      label: 'Agent',
      plural: 'Agents',
      icon: 'user',
      identifier: { label: 'Name', pattern: '^.+$', example: 'anna' },
    },
  },
  events: [call],
  reportTypes: [],
  collector: HotlineCollector,
}
