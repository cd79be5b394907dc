import { readFile, rm } from 'node:fs/promises'
import { test } from '@japa/runner'
import { strFromU8, unzipSync } from 'fflate'
import { readerFor } from '#core/permissions/read_rights'
import { exportReport } from '#core/reports/actions/export_report'
import { toReportQuery } from '#core/reports/validators/to_report_query'
import { madeConnector } from '#tests/made/connector'
import { madeSavedReport } from '#tests/made/saved_report'
import { madeNoting, notesReport } from '#tests/modules/modules'

test.group('Modules | reports', () => {
  test('what a module counts is followed to a workbook with its chart, and to a feed that Power BI reads', async ({
    assert,
    client,
    cleanup,
  }) => {
    const { ask, customer, object, administrator } = await madeNoting(client)
    const note = (text: string, important: boolean) =>
      ask('POST', '/api/notes/v1/notes', { object: object.id, text, important })
    await note('The queue was closed at noon', true)
    await note('Opened again', false)
    const other = await madeNoting(client)
    await other.ask('POST', '/api/notes/v1/notes', { object: other.object.id, text: 'Theirs' })

    const reader = await readerFor(administrator.id, customer.id)
    const file = await exportReport(toReportQuery(notesReport(), 'sv'), reader, {
      format: 'xlsx',
      charts: true,
      columnDescriptions: true,
      timeFormat: 'hms',
      audience: 'person',
      specification: true,
    })
    cleanup(() => rm(file.path))
    assert.match(file.name, /^Anteckningar per objekt .*\.xlsx$/)
    const parts = Object.entries(unzipSync(await readFile(file.path)))
    const text = parts.map(([, bytes]) => strFromU8(bytes)).join()
    assert.include(text, 'Anteckningar som markerades som viktiga')
    assert.include(text, 'support')
    assert.isTrue(parts.some(([name]) => /charts\/chart\d+\.xml$/.test(name)))

    const { saved } = await madeSavedReport(customer, administrator, {
      query: {
        report: 'notes.notes',
        objects: 'all',
        columns: 'all',
        interval: 'date',
        grouping: 'object',
      },
    })
    const { url } = await madeConnector(saved)
    const answer = await fetch(`${url}odata/Rows?$select=Object,ObjectName,Notes,Important`)
    const { value } = (await answer.json()) as { value: object[] }
    assert.deepEqual(value, [
      { Object: 'asterisk/queue/support', ObjectName: 'support', Notes: 2, Important: 1 },
    ])
  })
})
