import { readFile, rm } from 'node:fs/promises'
import { test } from '@japa/runner'
import { strFromU8, unzipSync } from 'fflate'
import { checkReading } from '#core/plugins/conformance/check_reading'
import { recordedSource } from '#core/plugins/conformance/recorded_source'
import { registry } from '#core/plugins/registry'
import { exportReport } from '#core/reports/actions/export_report'
import type { Row } from '#core/contracts/scalar'
import { runReport } from '#core/reports/run_report'
import { doorReport, installDoors } from '#tests/contracts/made/door_customer'
import { madeConnector, mondayReport } from '#tests/made/connector'
import { partitionsThatFail } from '#tests/contracts/partitions_that_fail'

test.group('Contract | a source from outside', () => {
  test('one folder is all it takes: it is loaded, collected, counted and shown', async ({
    assert,
    cleanup,
  }) => {
    const folder = await installDoors(cleanup)
    assert.deepEqual(registry().broken(), [])
    const { query, reader } = await doorReport(folder)
    const document = await runReport(query, reader)
    const rows = await Array.fromAsync(document.intervals[0]!.rows)
    assert.equal(document.title, 'reportTypes.door_counter.doors.label på svenska')
    assert.deepEqual(
      rows.map(({ object, passages, inward, outward, badged }) => ({
        object,
        passages,
        inward,
        outward,
        badged,
      })),
      [
        { object: 'norra', passages: 2, inward: 1, outward: 1, badged: 2 },
        { object: 'södra', passages: 3, inward: 1, outward: 2, badged: 0 },
      ]
    )
  })

  test('it is followed to a chart, and to a workbook with that chart', async ({
    assert,
    cleanup,
  }) => {
    const folder = await installDoors(cleanup, undefined, ['plugins/exporters/xlsx'])
    const { query, reader } = await doorReport(folder)

    const { charts } = await runReport(query, reader)
    assert.deepEqual(charts, [{ kind: 'stack', columns: ['inward', 'outward'] }])

    const { path } = await exportReport(query, reader, {
      format: 'xlsx',
      charts: true,
      columnDescriptions: true,
      timeFormat: 'hms',
      audience: 'person',
      specification: true,
    })
    cleanup(() => rm(path))
    const parts = Object.entries(unzipSync(await readFile(path)))
    const text = (name: RegExp) =>
      parts.flatMap(([part, bytes]) => (name.test(part) ? [strFromU8(bytes)] : [])).join()
    assert.include(text(/./), 'norra')
    assert.include(text(/./), 'columns.passages.label på svenska')
    assert.match(text(/charts\/chart\d+\.xml$/), /<c:grouping val="(percentS|s)tacked"\/>/)
  })

  test('it is followed to a feed that Power BI reads', async ({ assert, cleanup }) => {
    const folder = await installDoors(cleanup, undefined, ['plugins/connectors/power_bi'])
    const { customer } = await doorReport(folder)
    const query = { report: 'door_counter.doors', interval: 'date', grouping: 'object' }
    const { saved } = await mondayReport(query, undefined, customer)
    const { url } = await madeConnector(saved)
    const read = async (path: string) => {
      const answer = await fetch(`${url}odata/${path}`)
      return answer.text()
    }
    assert.include(await read('$metadata'), '<Property Name="Passages" Type="Edm.Int64"')
    const rows = async (path: string) => (JSON.parse(await read(path)) as { value: Row[] }).value
    assert.deepEqual(
      await rows('Rows?$select=Object,Passages&$filter=Inward eq 1 and Badged eq 0'),
      [{ Object: 'södra', Passages: 3 }]
    )
    assert.lengthOf(await rows('Specifications'), 5)
  })

  test('it is tried by the same rules as every source', async ({ assert, cleanup }) => {
    const folder = await installDoors(cleanup)
    const tried = await checkReading(registry().source('door_counter'), folder)
    assert.isAbove(tried.length, 5)
    assert.deepEqual(
      tried.filter(({ problems }) => problems.length > 0),
      []
    )
  })

  test('parts that do not add up to their column are told', async ({ assert, cleanup }) => {
    const folder = await installDoors(cleanup, `['inward', 'badged']`)
    const recorded = await recordedSource(registry().source('door_counter'), folder)
    const { failed } = await partitionsThatFail(recorded!)
    assert.include(
      failed,
      'door_counter.doors, 07:30–08:00, norra: passages is 1, and its parts are inward 1 + badged 1.'
    )
    assert.include(
      failed,
      'door_counter.doors, the total: passages is 5, and its parts are inward 2 + badged 2.'
    )
  })
})
