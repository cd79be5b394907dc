import { readFile } from 'node:fs/promises'
import { test } from '@japa/runner'
import fc from 'fast-check'
import type { ReportType } from '#core/contracts/report_type'
import { demoFiles } from '#tests/made/demo_files'
import { KnownFacts } from '#tests/made/known_facts'
import { brokenPartitions, evaluate } from '#tests/made/plain_figures'
import trio from '../index.js'
import { mediumKeys } from '../media.js'
import { columns, results } from '../record_file/columns.js'

const types = trio.reportTypes as readonly ReportType[]
const report = (key: string) => types.find((type) => type.key === `trio.${key}`)!
const noon = Date.UTC(2026, 2, 2, 11)
const at = (second: number) => new Date(noon + second * 1000).toISOString()

test.group('Random contacts', () => {
  test('figures are those of a plain count over the records, and parts add up', async ({
    assert,
  }) => {
    await fc.assert(
      fc.asyncProperty(fc.array(anyContact(), { maxLength: 60 }), async (contacts) => {
        const known = await new KnownFacts(trio).read(
          [columns.join(';'), ...contacts.map(line), ''].join('\n')
        )
        assert.deepEqual(known.rejected, [])
        assert.deepEqual(
          types.flatMap((type) => brokenPartitions(type, known.of)),
          []
        )
        const voice = contacts.filter(
          ({ service, media }) => service === '1001' && media === 'voice'
        )
        const count = (is: (contact: Contact) => boolean) => voice.filter(is).length
        const band = { from: 11, to: 30 }
        const counted = evaluate(report('voiceAdvanced'), known.of, '1001', band)
        assert.containsSubset(counted, {
          incoming: count(({ result }) => result !== 'closed'),
          closed: count(({ result }) => result === 'closed'),
          answeredCallbacks: count(({ result, callback }) => result === 'answered' && callback),
          unansweredDirect: count(({ result, callback }) => result === 'unanswered' && !callback),
          answeredBetween: count(
            ({ result, wait }) => result === 'answered' && wait >= 11 && wait <= 30
          ),
          unansweredBetween: count(
            ({ result, wait }) => result === 'unanswered' && wait >= 11 && wait <= 30
          ),
        })
        const marked = contacts.filter(({ service }) => service === '1002')
        assert.equal(
          evaluate(report('byErrandMarking'), known.of, '1002').markings,
          marked.reduce((sum, { markings }) => sum + markings.length, 0)
        )
      }),
      { numRuns: 60 }
    )
  })
})

type Contact = ReturnType<typeof anyContact> extends fc.Arbitrary<infer C> ? C : never

const anyContact = () =>
  fc.record({
    id: fc.uuid(),
    service: fc.constantFrom('1001', '1002'),
    media: fc.constantFrom(...mediumKeys),
    result: fc.constantFrom(...results),
    callback: fc.boolean(),
    begin: fc.nat(3000),
    wait: fc.nat(40),
    talk: fc.nat(400),
    markings: fc.uniqueArray(fc.constantFrom('Faktura', 'Leverans', 'Övrigt'), { maxLength: 3 }),
  })

function line(contact: Contact): string {
  const { begin, wait, talk, result } = contact
  const answered = result === 'answered'
  const cells: Partial<Record<(typeof columns)[number], string>> = {
    recordId: contact.id,
    contact: contact.id,
    serviceId: contact.service,
    media: contact.media,
    queuedAt: at(begin),
    answeredAt: answered ? at(begin + wait) : '',
    endedAt: at(begin + wait + (answered ? talk : 0)),
    agent: answered ? 'lisa.friberg' : '',
    result,
    callback: String(contact.callback),
    markings: contact.markings.join('|'),
  }
  return columns.map((column) => cells[column] ?? '').join(';')
}

const monthOf = (name: string) => name.slice('trio-'.length, 'trio-2026-01'.length)

test.group('The demo and the page about the format', () => {
  test('the demo is the same each time, is read without a rejected line, and has late e-mail', async ({
    assert,
  }) => {
    const files = await demoFiles(trio, '2025-11-15')
    assert.deepEqual(files, await demoFiles(trio, '2025-11-15'))
    const known = new KnownFacts(trio)
    for (const { name, text } of files) await known.read(text, name)
    assert.deepEqual(known.rejected, [])
    const figures = evaluate(report('serviceIds'), known.of)
    for (const key of [
      'answeredDirect',
      'answeredCallbacks',
      'unanswered',
      'leftByChoice',
      'closed',
    ])
      assert.isAbove(figures[key]!, 0, key)
    const queuedBefore = files.flatMap(({ name, text }) =>
      text.split('\n').filter((one) => {
        const [, queuedAt] = /;email;([^;]+);/.exec(one) ?? []
        return queuedAt !== undefined && !queuedAt.startsWith(monthOf(name))
      })
    )
    assert.isNotEmpty(queuedBefore)
  })

  test('the page describes every column', async ({ assert }) => {
    const page = await readFile(new URL('../README.md', import.meta.url), 'utf8')
    const described = [...page.matchAll(/^\| \d+ \| `(\w+)`/gm)].map(([, name]) => name)
    assert.deepEqual(described, [...columns])
  })

  test('a record that contradicts itself is told, with what is wrong', async ({ assert }) => {
    const known = await new KnownFacts(trio).read(
      [
        'contact;serviceId;queuedAt;answeredAt;endedAt;agent;result;survey',
        'c1;1001;2026-03-02T08:00:00+01:00;;2026-03-02T08:01:00+01:00;lisa;answered;',
        'c2;1001;2026-03-02T08:00:00+01:00;;2026-03-02T07:01:00+01:00;;unanswered;',
        'c3;1001;2026-03-02T08:00:00+01:00;;2026-03-02T08:01:00+01:00;;unanswered;Helhet',
        '',
      ].join('\n')
    )
    assert.deepEqual(
      known.rejected.map(({ number, reason }) => [number, reason]),
      [
        [2, 'It is answered, without answeredAt.'],
        [3, 'endedAt is before queuedAt.'],
        [4, 'survey "Helhet" should be a question, = and a score, such as Helhet=5.'],
      ]
    )
  })
})
