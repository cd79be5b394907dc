import { existsSync } from 'node:fs'
import { rm } from 'node:fs/promises'
import { Readable } from 'node:stream'
import { test } from '@japa/runner'
import { collectPush } from '#core/collection/actions/collect_push'
import { keptPath } from '#core/collection/files/kept_file'
import type { Mended } from '#core/collection/mend/mend_facts'
import CollectedFile from '#core/collection/models/collected_file'
import type Customer from '#core/customers/models/customer'
import type { FactDamage } from '#core/facts/damage/find_damage'
import { closeFactStore } from '#core/facts/store'
import CollectionPoint from '#core/measurement_objects/models/collection_point'
import {
  leaveParts,
  overwrite,
  partsOf,
  removeData,
  removeWhole,
} from '#tests/functional/collection/made/break_parts'
import {
  callsOf,
  collectLog,
  hotlineCustomer,
  logFile,
  useHotline,
} from '#tests/functional/collection/made/use_hotline'
import { command } from '#tests/made/command'

const MONTH = '202504'
const at = (time: string, day = '14') => `2025-04-${day}T${time}+02:00`

/** Calls in two files and a third month; one call begins in the first file and ends in the second. */
async function customerWithCalls() {
  const customer = await hotlineCustomer()
  const files = [
    [`${at('08:00:00')};a;support;ring`, `${at('08:00:02')};b;support;ring`],
    [`${at('08:01:00')};a;support;answer;anna`, `${at('08:01:30')};b;support;lost`],
    [`${at('09:00:00', '15')};c;sales;ring`, '2025-05-02T08:00:00+02:00;d;sales;ring'],
  ]
  for (const lines of files) await collectLog(customer, await logFile(lines))
  return { customer, calls: await callsOf(customer) }
}

async function check() {
  const { exitCode, said } = await command('facts:check', '--json')
  return { exitCode, ...(JSON.parse(said) as FactDamage) }
}

async function mend(...flags: string[]) {
  const { exitCode, said } = await command('facts:mend', '--json', ...flags)
  return { exitCode, ...(JSON.parse(said) as Mended) }
}

const lostOf = (mended: Mended, { slug }: Customer) =>
  mended.lost.filter(({ customer }) => customer === slug)

/** Has every customer's calls of the month lie in parts of this test alone. */
async function emptyMonth() {
  for (const part of await partsOf(MONTH)) await removeWhole(part)
  await mend()
}

test.group('Mending damaged facts', (group) => {
  useHotline(group)
  group.each.setup(leaveParts)
  // The engine opened anew merges again.
  group.teardown(closeFactStore)

  test(
    'blocks with {what} stop reports and collecting until they are mended, and then all figures are those of before'
  )
    .with([
      { what: 'bytes written over', breakPart: overwrite, reason: /bytes/ },
      { what: 'a file removed', breakPart: removeData, reason: /file of it is missing/ },
      { what: 'all files removed', breakPart: removeWhole, reason: /file of it is missing/ },
    ])
    .run(async ({ assert }, { breakPart, reason }) => {
      const one = await customerWithCalls()
      const other = await customerWithCalls()
      const broken = await partsOf(MONTH)
      for (const part of broken) await breakPart(part)
      await assert.rejects(() => callsOf(one.customer))
      const more = await logFile([`${at('10:00:00', '15')};c;sales;answer;anna`])
      await assert.rejects(() => collectLog(one.customer, more))

      const { exitCode, damaged } = await check()
      assert.equal(exitCode, 1)
      assert.lengthOf(damaged, broken.length)
      for (const part of damaged) {
        assert.include(part, { table: 'facts.hotline_call', month: '2025-04', isAside: false })
        assert.match(part.reason, reason)
      }
      const told = await command('facts:check')
      assert.match(told.said, /facts\.hotline_call, 2025-04, part 202504_\S+ of \d+ rows: /)

      const mended = await mend()
      assert.lengthOf(mended.parts, broken.length)
      for (const { kept } of mended.parts) assert.isTrue(kept === null || existsSync(kept))
      assert.deepEqual(lostOf(mended, one.customer), [])
      assert.deepEqual(await callsOf(other.customer), other.calls)
      const again = await collectLog(one.customer, more)
      assert.equal(again.quarantined, 0)
      const ended = one.calls.map((call) => call.replace(/^(c .*) ongoing/, '$1 answered'))
      assert.deepEqual(await callsOf(one.customer), ended)
      assert.deepInclude(await check(), { exitCode: 0, damaged: [] })
    })

  test('what the engine set aside when it started is found and collected again', async ({
    assert,
  }) => {
    await emptyMonth()
    const { customer, calls } = await customerWithCalls()
    const parts = await partsOf(MONTH)
    await closeFactStore()
    for (const part of parts) await removeData(part)
    assert.deepEqual(await callsOf(customer), ['d sales 08:00:00 ongoing'])

    const { exitCode, damaged } = await check()
    assert.equal(exitCode, 1)
    assert.isTrue(damaged.every(({ month, isAside }) => month === '2025-04' && isAside))
    const mended = await mend()
    assert.deepEqual(lostOf(mended, customer), [])
    assert.deepEqual(await callsOf(customer), calls)
    assert.deepInclude(await check(), { exitCode: 0, damaged: [] })
    await closeFactStore()
    assert.deepEqual(await callsOf(customer), calls)
    assert.deepInclude(await check(), { exitCode: 0, damaged: [] })
  })

  test('what no kept file has is said, with whose it was and how much', async ({ assert }) => {
    await emptyMonth()
    const { customer } = await customerWithCalls()
    const point = await CollectionPoint.findByOrFail({ customerId: customer.id })
    const events = ['p1', 'p2'].map((key) =>
      JSON.stringify({ event: 'call', key, at: at('11:00:00'), fields: { queue: 'support' } })
    )
    const body = Readable.from([events.join('\n')])
    await collectPush({ point, format: 'ndjson', body, limitMegabytes: 1 })
    const pointId = point.id
    const [, , third] = await CollectedFile.query().where('pointId', pointId).orderBy('id')
    await rm(keptPath(third!))
    const [first] = await partsOf(MONTH)
    assert.exists(first)
    for (const part of await partsOf(MONTH)) await overwrite(part)

    const { said, exitCode } = await command('facts:mend')
    assert.equal(exitCode, 1)
    assert.match(
      said,
      new RegExp(
        `${customer.slug}, hotline/default: .*facts .*missing that lay in facts.hotline_call, 2025-04. These files are not kept any more, so put them in the inbox again: hotline.log.`
      )
    )
    assert.match(said, /Not all could be brought back\.$/)
    assert.deepEqual(await callsOf(customer), [
      'a support 08:00:00 answered',
      'b support 08:00:02 lost',
      'd sales 08:00:00 ongoing',
    ])
  })

  test('where all facts were lost, every kept file is collected again', async ({ assert }) => {
    const { customer, calls } = await customerWithCalls()
    for (const month of [MONTH, '202505']) {
      for (const part of await partsOf(month)) await removeWhole(part)
    }
    await closeFactStore()
    assert.deepEqual(await callsOf(customer), [])
    assert.deepInclude(await check(), { exitCode: 0, damaged: [] })
    const mended = await mend('--all')
    assert.deepInclude(
      mended.points.find((point) => point.customer === customer.slug),
      { files: 3, problem: null }
    )
    assert.deepEqual(await callsOf(customer), calls)
  })
})
