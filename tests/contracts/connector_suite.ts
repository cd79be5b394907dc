import { test } from '@japa/runner'
import type { ConnectorPlugin, ConnectorRequest } from '#core/contracts/connector'
import type { Feed, FeedColumn, FeedTable, Narrowing } from '#core/contracts/feed'
import type { Row } from '#core/contracts/scalar'
import { registry } from '#core/plugins/registry'

const ADDRESS = 'https://statistics.example/c/an-address/'

const column = (key: string, type: FeedColumn['type'], nullable = true): FeedColumn => ({
  key,
  label: `Ett namn & <ett till> på ${key}`,
  description: 'Vad det "betyder"',
  type,
  nullable,
})
const columns = [
  column('id', 'text', false),
  column('start', 'moment', false),
  column('queueName', 'text'),
  column('caller', 'phone'),
  column('wait', 'whole'),
  column('cost', 'number'),
  column('internal', 'flag'),
  column('date', 'date'),
  column('clock', 'clock'),
]
const tables: FeedTable[] = (['rows', 'values', 'specification'] as const).map((name) => ({
  name,
  label: `Tabellen ${name}`,
  columns,
}))
const row = (place: number): Row => ({
  id: `1-${place}`,
  start: '2026-01-05T08:00:00+01:00',
  queueName: place % 2 ? 'Växel <Åmål> & "Jõgeva"\u0001\n=1+1' : null,
  caller: '+46701234567',
  wait: place,
  cost: 1.5,
  internal: place % 2 === 0,
  date: '2026-01-05',
  clock: '08:00:00',
})

/** A feed of so many rows, which notes what it was asked. */
function feedOf(count: number, asked: Narrowing[] = []): Feed {
  return {
    title: 'Köerna <A> & "B"',
    locale: 'sv',
    asOf: new Date('2026-01-06T00:00:00Z'),
    zones: ['Europe/Stockholm'],
    period: { from: '2026-01-05', to: '2026-01-05' },
    notes: [],
    tables,
    async run(narrowing) {
      asked.push(narrowing)
      const { limit = Infinity } = narrowing
      return {
        columns: narrowing.columns
          ? columns.filter(({ key }) => narrowing.columns!.includes(key))
          : columns,
        rows: {
          async *[Symbol.asyncIterator]() {
            for (let place = 0; place < Math.min(count, limit); place += 1) yield row(place)
          },
        },
        count: async () => count,
        next: () => (count > limit ? 'the-next-page' : undefined),
      }
    },
  }
}

async function ask(plugin: ConnectorPlugin, path: string, feed: Feed, query = '') {
  const request: ConnectorRequest = {
    method: 'GET',
    path,
    query: new URLSearchParams(query),
    headers: new Headers(),
    address: ADDRESS,
    link: (child, more = new URLSearchParams()) => {
      const url = new URL(child, ADDRESS)
      url.search = more.toString()
      return url.href
    },
  }
  const { status, headers, body } = await plugin.serve(request, feed)
  if (typeof body === 'string') return { status, headers, text: body }
  if (body instanceof Uint8Array)
    return { status, headers, text: Buffer.from(body).toString('latin1') }
  const pieces = await Array.fromAsync(body)
  return { status, headers, text: pieces.join('') }
}

/** Declares the tests that every connector passes. */
export function connectorSuite(plugin: ConnectorPlugin): void {
  const paths = plugin.paths.filter((path) => !path.endsWith('*'))

  test.group(`Contract | connector ${plugin.key}`, () => {
    test('its paths are its own, and what a person copies is one of them', ({ assert }) => {
      const others = registry()
        .connectors()
        .filter(({ key }) => key !== plugin.key)
        .flatMap((other) => other.paths)
      assert.deepEqual(
        plugin.paths.filter((path) => others.includes(path)),
        []
      )
      const entries = plugin.paths.map((path) => path.replace(/\/\*$/, ''))
      assert.include(entries, plugin.entry.replace(/\/$/, ''))
      for (const path of plugin.paths) assert.match(path, /^[a-z_]+(\.[a-z]+)?(\/\*)?$/)
    })

    for (const count of [0, 3, 700]) {
      test(`each path answers for ${count} rows, and says of what kind its answer is`, async ({
        assert,
      }) => {
        for (const path of paths) {
          const { status, headers, text } = await ask(plugin, path, feedOf(count))
          assert.equal(status, 200, path)
          const names = Object.keys(headers).map((name) => name.toLowerCase())
          assert.include(names, 'content-type', path)
          assert.equal(new Set(names).size, names.length, path)
          if (count > 0) assert.isAbove(text.length, 0, path)
        }
      })
    }

    test('an option that it does not know is refused, not passed over', async ({ assert }) => {
      for (const path of paths) {
        const asked: Narrowing[] = []
        const { status, text } = await ask(plugin, path, feedOf(3, asked), 'colums=wait')
        // Files that are the same for everybody ask nothing of the tables.
        if (asked.length === 0 && status === 200) continue
        assert.equal(status, 400, path)
        assert.include(text, 'colums')
      }
    })

    test('a table that breaks off breaks the answer off', async ({ assert }) => {
      const feed = feedOf(3)
      const broken: Feed = {
        ...feed,
        async run(narrowing) {
          const page = await feed.run(narrowing)
          return {
            ...page,
            rows: {
              async *[Symbol.asyncIterator]() {
                yield row(0)
                throw new Error('The engine was stopped.')
              },
            },
          }
        },
      }
      for (const path of paths) {
        let asked = false
        const watched: Feed = {
          ...broken,
          run: (narrowing) => ((asked = true), broken.run(narrowing)),
        }
        const answered = await ask(plugin, path, watched).then(
          () => 'whole',
          (error: Error) => error.message
        )
        assert.equal(answered, asked ? 'The engine was stopped.' : 'whole', path)
      }
    })

    for (const locale of ['sv', 'en', 'et', 'lv']) {
      for (const token of [true, false]) {
        test(`its guide leads somebody who reads ${locale} ${token ? 'with' : 'without'} a token`, ({
          assert,
        }) => {
          const title = 'Köerna'
          const steps = plugin.guide({ address: ADDRESS, token, title, tables, locale })
          assert.isAtLeast(steps.length, 3)
          for (const { title: heading, text, file, picture } of steps) {
            assert.isAbove(heading.length, 2)
            assert.isAbove(text.length, 10)
            assert.notMatch(`${heading} ${text}`, /words\.|\{\w+\}|undefined/)
            if (file) assert.include(plugin.paths, file.path.replace(/\?.*$/, ''))
            if (picture) {
              assert.isAbove(picture.alt.length, 5)
              assert.notMatch(picture.svg, /<script|\son\w+=|href/)
            }
          }
          const pasted = steps.flatMap(({ code }) => code?.text ?? []).join('\n')
          const files = steps.some(({ file }) => file !== undefined)
          assert.isTrue(pasted.includes(ADDRESS) || files)
        })
      }
    }
  })
}
