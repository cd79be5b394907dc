import { readFile } from 'node:fs/promises'
import { test } from '@japa/runner'
import ExcelJS from 'exceljs'
import { MONDAY_REPORT, madeMonday, readTable } from '#tests/browser/made/report'
import { openAs, visitor } from '#tests/browser/made/visitor'
import { withWorker } from '#tests/made/jobs'
import { mailsTo } from '#tests/made/mails'

test.group('Saving a report as a file', (group) => {
  withWorker(group)

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
    // A time of day is a real time that is shown as the range it begins.
    const until = screen.rows[0]?.[0]?.split('–')[1]
    const slot = workbook.worksheets
      .flatMap((sheet) => sheet.getRows(1, sheet.rowCount) ?? [])
      .find((row) => row.getCell(1).numFmt === `[hh]:mm"–${until}"`)
    ctx.assert.equal(String(slot?.getCell(2).value), screen.rows[0]?.[1])
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

  test('the calls come along with a warning, and a report is mailed to several', async (ctx) => {
    const { user } = await madeMonday()
    const page = await visitor(ctx)
    await openAs(page, user.email, MONDAY_REPORT)
    await readTable(page)
    await page.getByRole('tab', { name: 'Exportera' }).click()
    const panel = page.getByRole('tabpanel', { name: 'Exportera' })
    await panel.getByRole('checkbox', { name: 'Inkludera samtalsspecifikation' }).click()
    await panel.getByText('visar vem som talat med vem').waitFor()
    const download = page.waitForEvent('download')
    await panel.getByRole('button', { name: 'Spara som fil' }).click()
    const file = await download
    const workbook = new ExcelJS.Workbook()
    await workbook.xlsx.readFile(await file.path())
    ctx.assert.isAbove(workbook.getWorksheet('Samtalsspecifikation')!.actualRowCount, 5)
    if (process.env.SCREENSHOTS)
      await page.screenshot({ path: `${process.env.SCREENSHOTS}-1440.png` })

    const to = panel.getByLabel('Skicka som e-post till')
    ctx.assert.equal(await to.inputValue(), user.email)
    const other = `chef-${user.email}`
    await to.fill(`${user.email}, ${other}`)
    await panel.getByRole('button', { name: 'Skicka som e-post' }).click()
    await panel.getByText(`Filen är skickad till ${user.email}, ${other}.`).waitFor()
    let mails = await mailsTo(other)
    for (let turn = 0; turn < 100 && mails.length === 0; turn += 1) {
      await page.waitForTimeout(100)
      mails = await mailsTo(other)
    }
    ctx.assert.lengthOf(mails, 1)
    if (process.env.SCREENSHOTS) {
      await page.setViewportSize({ width: 390, height: 844 })
      await page.screenshot({ path: `${process.env.SCREENSHOTS}-390.png`, fullPage: true })
    }
  })
})

/** The cells of a sheet as plain values, row by row. */
function rowsOf(sheet: ExcelJS.Worksheet): unknown[][] {
  const rows: unknown[][] = []
  sheet.eachRow((row) => rows.push((row.values as unknown[]).slice(1)))
  return rows
}
