import { test } from '@japa/runner'
import type { Collected, CollectedEvent, Input, Tools } from '#core/contracts/collector'
import { readLines } from '#core/contracts/read_lines'
import type { Json } from '#core/contracts/scalar'
import type { SourcePlugin } from '#core/contracts/source'
import { readingRules } from '#core/plugins/conformance/reading_rules'
import type { RecordedSource } from '#core/plugins/conformance/recorded_source'
import { aSource } from '#tests/unit/plugins/a_source'

const file = Buffer.from('1;växel;10\n2;kö;20\n3;växel;30\n4;kö;40\n')

/** Reads `id;queue;wait`. The faulty ones below differ from it in one thing each. */
class GoodCollector {
  constructor(protected readonly tools: Tools) {}

  async *read(input: Input, _point: unknown, memory: Json): AsyncGenerator<Collected> {
    for await (const { lines, position } of readLines(input)) {
      const read = lines.map(({ text, number }) => this.line(text, number))
      yield {
        events: read.filter((one) => 'key' in one),
        rejected: read.filter((one) => 'reason' in one),
        position,
        memory: this.remember(memory, lines.length),
      }
    }
  }

  protected line(text: string, number: number) {
    const [key, queue, wait, ...more] = text.split(';')
    if (!wait || more.length > 0) return { line: text, number, reason: 'Not three values.' }
    const at = new Date(Date.UTC(2026, 2, 2, 8, 0, Number(key)))
    return this.event({
      event: 'call',
      key: key!,
      at,
      fields: { queue: queue!, wait: Number(wait) },
    })
  }

  protected event = (event: CollectedEvent) => event
  protected remember = (memory: Json, _lines: number): Json => memory
}

/** What the rules say of a collector, by the rule. */
async function brokenRules(collector: typeof GoodCollector) {
  const { plugin } = aSource()
  const source = { ...plugin, collector } as unknown as SourcePlugin
  const point = { id: 1, customerId: 1, zone: 'Europe/Stockholm', settings: {} }
  const recordings = [{ name: 'calls.log', bytes: file, point }]
  const recorded: RecordedSource = { source, recordings, broken: undefined }
  const broken: Record<string, string[]> = {}
  for (const { title, check } of readingRules) {
    const problems = await check(recorded)
    if (problems.length > 0) broken[title] = problems
  }
  return broken
}

test.group('Plugins | rules of reading', () => {
  test('a collector that reads as it should breaks none', async ({ assert }) => {
    assert.deepEqual(await brokenRules(GoodCollector), {})
  })

  test('an event that is not as declared is told', async ({ assert }) => {
    const broken = await brokenRules(
      class extends GoodCollector {
        protected event = (event: CollectedEvent) => ({ ...event, fields: { kö: 'support' } })
      }
    )
    assert.match(
      broken['events and objects are as declared']![0]!,
      /^calls\.log, event "1": The event "call" has no field "kö"\./
    )
  })

  test('two calls with one key are told', async ({ assert }) => {
    const broken = await brokenRules(
      class extends GoodCollector {
        protected event = (event: CollectedEvent) => ({ ...event, key: String(event.fields.queue) })
      }
    )
    assert.include(
      broken['each event has a key of its own'],
      'calls.log: the key "växel" of "call" stands for two moments, 2026-03-02T08:00:01.000Z and 2026-03-02T08:00:03.000Z.'
    )
  })

  test('events that depend on the clock are told', async ({ assert }) => {
    const broken = await brokenRules(
      class extends GoodCollector {
        protected event = (event: CollectedEvent) => ({ ...event, at: this.tools.now() })
      }
    )
    assert.deepEqual(broken['the same file gives the same events again'], [
      'calls.log: read again five years later, it gives other events.',
    ])
  })

  test('a memory that JSON cannot hold is told', async ({ assert }) => {
    const broken = await brokenRules(
      class extends GoodCollector {
        protected remember = () => new Date(0) as unknown as Json
      }
    )
    assert.deepEqual(broken['the memory can be kept as JSON'], [
      'calls.log: the memory is not the same after it was kept as JSON.',
    ])
  })

  test('letters torn between two pieces are told', async ({ assert }) => {
    const broken = await brokenRules(
      class extends GoodCollector {
        async *read(input: Input): AsyncGenerator<Collected> {
          let text = ''
          for await (const chunk of input.body) text += String(chunk)
          const end = text.lastIndexOf('\n') + 1
          const lines = text.slice(0, end).split('\n').slice(0, -1)
          const events = lines
            .map((line, index) => this.line(line, index + 1))
            .filter((one) => 'key' in one)
          const position = input.from + Buffer.byteLength(text.slice(0, end))
          yield { events, position, memory: null }
        }
      }
    )
    assert.match(
      broken['it does not matter how many bytes come at a time']![0]!,
      /^calls\.log, 1 bytes at a time: the event call 1 is .*v\ufffd\ufffdxel/
    )
  })

  test('a position that is one byte too far is told', async ({ assert }) => {
    const broken = await brokenRules(
      class extends GoodCollector {
        async *read(input: Input, point: unknown, memory: Json): AsyncGenerator<Collected> {
          for await (const collected of super.read(input, point, memory)) {
            yield { ...collected, position: (collected.position ?? 0) + 1 }
          }
        }
      }
    )
    assert.isDefined(broken['a file read in two halves, cut anywhere, gives the same facts'])
  })

  test('a half-written line that is read is told', async ({ assert }) => {
    const broken = await brokenRules(
      class extends GoodCollector {
        async *read(input: Input): AsyncGenerator<Collected> {
          const chunks: Buffer[] = []
          for await (const chunk of input.body) chunks.push(chunk as Buffer)
          const bytes = Buffer.concat(chunks)
          const lines = bytes.toString().split('\n')
          const read = lines.filter(Boolean).map((line, index) => this.line(line, index + 1))
          yield {
            events: read.filter((one) => 'key' in one),
            rejected: read.filter((one) => 'reason' in one),
            position: input.from + bytes.length,
            memory: null,
          }
        }
      }
    )
    assert.includeMembers(broken['a half-written last line is left for next time']!, [
      'calls.log: the position goes past its half-written last line.',
      'calls.log, cut in its last line: there is one event too many: call 4.',
    ])
  })

  test('a broken line that is passed over is told', async ({ assert }) => {
    const broken = await brokenRules(
      class extends GoodCollector {
        async *read(input: Input, point: unknown, memory: Json): AsyncGenerator<Collected> {
          for await (const collected of super.read(input, point, memory)) {
            yield { ...collected, rejected: [] }
          }
        }
      }
    )
    assert.deepEqual(broken['a broken line is rejected with its number and a reason'], [
      'calls.log: the line "a line that no platform writes" is not rejected as it stands.',
    ])
  })
})
