import { readFile } from 'node:fs/promises'
import { test } from '@japa/runner'
import ExcelJS from 'exceljs'
import { MONDAY_REPORT, madeMonday, readTable } from '#tests/browser/made/report'
import { openAs, visitor } from '#tests/browser/made/visitor'

test.group('Saving a report as a file', () => {
  test('the workbook has a sheet for each interval chosen, and the figures of the screen', async (ctx) => {
    const { user } = await madeMonday()
    const page = await visitor(ctx)
    await openAs(page, user.email, MONDAY_REPORT)
    const screen = await readTable(page)
    await page.getByRole('tab', { name: 'Exportera' }).click()
    await page.getByRole('tabpanel', { name: 'Exportera' }).getByLabel('Period').click()
    const download = page.waitForEvent('download')
    await page.getByRole('button', { name: 'Spara som fil' }).click()
    const file = await download
    ctx.assert.match(file.suggestedFilename(), /\.xlsx$/)
    await page.getByText(`${file.suggestedFilename()} är sparad.`).waitFor()

    const workbook = new ExcelJS.Workbook()
    await workbook.xlsx.readFile(await file.path())
    const sheets = workbook.worksheets.map((sheet) => rowsOf(sheet))
    const total = sheets.flat().filter(([first]) => first === 'Totalt')
    ctx.assert.lengthOf(total, 2)
    for (const [, incoming, answered] of total) {
      ctx.assert.equal(String(incoming), screen.total[1])
      ctx.assert.equal(String(answered), screen.total[2])
    }
    const slot = sheets.flat().find(([first]) => first === screen.rows[0]?.[0])
    ctx.assert.equal(String(slot?.[1]), screen.rows[0]?.[1])
  })

  test('CSV offers one interval and no descriptions, and holds the figures of the screen', async (ctx) => {
    const { user } = await madeMonday()
    const page = await visitor(ctx)
    await openAs(page, user.email, MONDAY_REPORT)
    const screen = await readTable(page)
    await page.getByRole('tab', { name: 'Exportera' }).click()
    await page.getByRole('radio', { name: /CSV/ }).click()
    ctx.assert.equal(await page.getByLabel('Inkludera kolumnbeskrivningar').count(), 0)
    const download = page.waitForEvent('download')
    await page.getByRole('button', { name: 'Spara som fil' }).click()
    const file = await download
    const text = await readFile(await file.path(), 'utf8')
    const line = text.split(/\r?\n/).find((one) => one.startsWith('Totalt'))
    ctx.assert.deepEqual(line?.split(';').slice(0, 3), screen.total.slice(0, 3))
  })
})

/** The cells of a sheet as plain values, row by row. */
function rowsOf(sheet: ExcelJS.Worksheet): unknown[][] {
  const rows: unknown[][] = []
  sheet.eachRow((row) => rows.push((row.values as unknown[]).slice(1)))
  return rows
}
