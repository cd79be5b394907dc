import { readdir } from 'node:fs/promises'
import { text } from 'node:stream/consumers'
import { createReadStream } from 'node:fs'
import { test } from '@japa/runner'
import { storageFolder } from '#config/storage'
import { definePlugin } from '#core/contracts/plugin'
import { registry } from '#core/plugins/registry'
import { exportReport } from '#core/reports/actions/export_report'
import { doorReport, installDoors } from '#tests/contracts/made/door_customer'

/** Writes a line per row, and answers `more` rows than it has written. */
const listing = (key: string, more: number, bounds: { mostRows?: number } = {}) =>
  definePlugin({
    ...bounds,
    kind: 'exporter',
    key,
    label: 'Listing',
    description: 'A line per row',
    extension: 'txt',
    contentType: 'text/plain',
    includes: {
      charts: false,
      specification: false,
      columnDescriptions: false,
      manyIntervals: false,
    },
    async write(report, out) {
      let rows = more
      for await (const row of report.intervals[0]!.rows) {
        out.write(`${row.object} ${row.passages}\n`)
        rows++
      }
      await new Promise<void>((resolve) => out.end(resolve))
      return { rows }
    },
  })

const request = (format: string) => ({
  format,
  charts: false,
  columnDescriptions: false,
  specification: false,
  timeFormat: 'hms' as const,
  audience: 'person' as const,
})

test.group('Contract | rows in a file', () => {
  test('a file with the rows of the report is handed over', async ({ assert, cleanup }) => {
    const folder = await installDoors(cleanup)
    registry().add(listing('honest', 0), folder)
    const { query, reader } = await doorReport(folder)
    const file = await exportReport(query, reader, request('honest'))
    assert.equal(await text(createReadStream(file.path)), 'norra 2\nsödra 3\n')
  })

  test('a file with another number of rows is not made', async ({ assert, cleanup }) => {
    const folder = await installDoors(cleanup)
    registry().add(listing('mistaken', 1), folder)
    const { query, reader } = await doorReport(folder)
    const before = await readdir(storageFolder('exports'))
    await assert.rejects(
      () => exportReport(query, reader, request('mistaken')),
      'The file would have 3 rows where the report has 2, so it was not made.'
    )
    assert.deepEqual(await readdir(storageFolder('exports')), before)
  })

  test('a format that is not made for so many rows refuses, and names those that are', async ({
    assert,
    cleanup,
  }) => {
    const folder = await installDoors(cleanup)
    registry().add(listing('small', 0, { mostRows: 1 }), folder)
    registry().add(listing('large', 0), folder)
    const { query, reader } = await doorReport(folder)
    await assert.rejects(
      () => exportReport(query, reader, request('small')),
      /^Listing holds at most 1 rows, and the report has 2\. Formats that hold them: .*Listing/
    )
  })
})
