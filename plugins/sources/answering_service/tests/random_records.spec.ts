import { readFile } from 'node:fs/promises'
import { test } from '@japa/runner'
import fc from 'fast-check'
import type { ReportType } from '#core/contracts/report_type'
import { demoFiles } from '#tests/made/demo_files'
import { KnownFacts } from '#tests/made/known_facts'
import { brokenPartitions, evaluate } from '#tests/made/plain_figures'
import answeringService from '../index.js'
import { columns } from '../records/columns.js'

const types = answeringService.reportTypes as readonly ReportType[]
const report = (key: string) => types.find((type) => type.key === `answering_service.${key}`)!
const noon = Date.UTC(2026, 2, 2, 11)
const at = (second: number) => new Date(noon + second * 1000).toISOString()
const line = (cells: Partial<Record<(typeof columns)[number], string>>) =>
  columns.map((column) => cells[column] ?? '').join(';')

test.group('Random calls and errands', () => {
  test('figures are those of a plain count over the records, and parts add up', async ({
    assert,
  }) => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(anyCall(), { maxLength: 40 }),
        fc.array(anyErrand(), { maxLength: 30 }),
        async (calls, errands) => {
          const known = await new KnownFacts(answeringService).read(
            [columns.join(';'), ...calls.map(callLine), ...errands.map(errandLine), ''].join('\n')
          )
          assert.deepEqual(known.rejected, [])
          assert.deepEqual(
            types.flatMap((type) => brokenPartitions(type, known.of)),
            []
          )
          const limit = { from: 0, to: 12 }
          const mine = calls.filter(({ service }) => service === 'a')
          assert.containsSubset(evaluate(report('calls'), known.of, 'a', limit), {
            received: mine.length,
            answeredWithin: mine.filter(({ lost, wait }) => !lost && wait <= 12).length,
            lostAfter: mine.filter(({ lost, wait }) => lost && wait > 12).length,
          })
          const open = errands.filter(({ service }) => service === 'a')
          assert.containsSubset(evaluate(report('errands'), known.of, 'a'), {
            created: open.length,
            sinceClosed: open.filter(({ close }) => close !== null).length,
            closed: open.filter(({ close }) => close !== null).length,
            notDelivered: open.filter(({ close, deliver }) => close === null && deliver === null)
              .length,
          })
        }
      ),
      { numRuns: 50 }
    )
  })
})

type Call = ReturnType<typeof anyCall> extends fc.Arbitrary<infer C> ? C : never
type Errand = ReturnType<typeof anyErrand> extends fc.Arbitrary<infer E> ? E : never

const anyCall = () =>
  fc.record({
    id: fc.uuid(),
    service: fc.constantFrom('a', 'b'),
    lost: fc.boolean(),
    begin: fc.nat(3000),
    wait: fc.nat(40),
    talk: fc.nat(300),
  })

const anyErrand = () =>
  fc.record({
    id: fc.uuid(),
    service: fc.constantFrom('a', 'b'),
    category: fc.constantFrom('', 'Ring upp', 'Felanmälan'),
    begin: fc.nat(3000),
    deliver: fc.option(fc.nat(2000)),
    close: fc.option(fc.nat(90_000)),
  })

const callLine = ({ id, service, lost, begin, wait, talk }: Call) =>
  line({
    recordType: 'call',
    recordId: id,
    service,
    at: at(begin),
    answeredAt: lost ? '' : at(begin + wait),
    endedAt: at(begin + wait + (lost ? 0 : talk)),
    result: lost ? 'lost' : 'answered',
  })

const errandLine = ({ id, service, category, begin, deliver, close }: Errand) =>
  line({
    recordType: 'errand',
    errand: id,
    service,
    category,
    at: at(begin),
    deliveredAt: deliver === null ? '' : at(begin + deliver),
    closedAt: close === null ? '' : at(begin + close),
  })

test.group('The demo and the page about the format', () => {
  test('the demo is the same each time, and is read without a rejected line', async ({
    assert,
  }) => {
    const files = await demoFiles(answeringService, '2026-01-15')
    assert.deepEqual(files, await demoFiles(answeringService, '2026-01-15'))
    const known = new KnownFacts(answeringService)
    for (const { name, text } of files) await known.read(text, name)
    assert.deepEqual(known.rejected, [])
    const errands = evaluate(report('errands'), known.of)
    for (const key of ['created', 'closed', 'comments']) assert.isAbove(errands[key]!, 0, key)
    assert.isAbove(evaluate(report('comments'), known.of).internalComments!, 0)
  })

  test('the page describes every column', async ({ assert }) => {
    const page = await readFile(new URL('../README.md', import.meta.url), 'utf8')
    const described = [...page.matchAll(/^\| \d+ \| `(\w+)`/gm)].map(([, name]) => name)
    assert.deepEqual(described, [...columns])
  })

  test('a record that contradicts itself is told, with what is wrong', async ({ assert }) => {
    const known = await new KnownFacts(answeringService).read(
      [
        'recordType;recordId;service;at;answeredAt;endedAt;result;errand;closedAt;internal;fromCustomer;text',
        'call;1;a;2026-03-02T08:00:00+01:00;;2026-03-02T08:00:10+01:00;answered;;;;;',
        'errand;;a;2026-03-02T08:00:00+01:00;;;;E1;2026-03-02T07:00:00+01:00;;;',
        'comment;2;a;2026-03-02T08:00:00+01:00;;;;E1;;true;true;Hej',
        '',
      ].join('\n')
    )
    assert.deepEqual(
      known.rejected.map(({ reason }) => reason),
      [
        'It is answered, without answeredAt.',
        'closedAt is before at.',
        'It is from the customer, and internal: one of them is wrong.',
      ]
    )
  })
})
