import { readFile } from 'node:fs/promises'
import { test } from '@japa/runner'
import type { Page } from 'playwright'
import { barriers } from '#tests/browser/made/accessibility'
import { MONDAY_REPORT, madeMonday, readTable } from '#tests/browser/made/report'
import { PHONE, openAs, overflows, visitor } from '#tests/browser/made/visitor'
import { withWorker } from '#tests/made/jobs'

const people = { seesEverything: true, callSpecification: true }

test.group('The call specification', (group) => {
  withWorker(group)

  test('lists the calls of the report, sorted and filtered, and follows one over its legs', async (ctx) => {
    const { user } = await madeMonday(people)
    const page = await opened(await visitor(ctx), user.email)
    await page.getByText('9 samtal, 9 hämtade').waitFor()
    const newest = await calls(page)
    ctx.assert.deepEqual(
      newest.slice(0, 2).map(([at]) => at),
      ['2026-01-05 09:08:20', '2026-01-05 09:06:40']
    )
    await page.getByRole('button', { name: 'Kötid', exact: true }).click()
    await page
      .getByRole('columnheader', { name: 'Kötid' })
      .and(page.locator('[aria-sort]'))
      .waitFor()
    const highest = page.locator('.call-table tbody tr').first()
    await highest.filter({ hasText: '00:01:30' }).waitFor()
    ctx.assert.deepEqual(await barriers(page), [])

    await page.getByRole('button', { name: 'Filter', exact: true }).click()
    await page.getByRole('textbox', { name: 'Kötid, Minst' }).fill('20')
    await page.getByRole('textbox', { name: 'Kötid, Högst' }).fill('nu')
    await page.getByText('Skriv hela tal.').waitFor()
    await page.getByRole('textbox', { name: 'Kötid, Högst' }).fill('45')
    await page.getByRole('button', { name: 'Använd filter' }).click()
    await page.getByText('3 samtal, 3 hämtade').waitFor()
    await page.getByRole('combobox', { name: 'Utfall' }).click()
    await page.getByRole('option', { name: 'Besvarat', exact: true }).click()
    await page.keyboard.press('Escape')
    await page.getByRole('button', { name: 'Använd filter' }).click()
    await page.getByText('2 samtal, 2 hämtade').waitFor()
    await page.mouse.move(0, 0)
    ctx.assert.deepEqual(await barriers(page), [])

    await page.getByRole('button', { name: 'Exportera', exact: true }).click()
    const dialog = page.getByRole('dialog', { name: 'Exportera' })
    await dialog.getByRole('radio', { name: 'CSV' }).click()
    if (process.env.SCREENS)
      await page.screenshot({ path: `${process.env.SCREENS}/call-export.png` })
    ctx.assert.deepEqual(await barriers(page), [])
    const download = page.waitForEvent('download')
    await dialog.getByRole('button', { name: 'Spara som fil' }).click()
    const file = await download
    const text = await readFile(await file.path(), 'utf8')
    ctx.assert.lengthOf(text.trim().split('\r\n'), 3)
    await page.keyboard.press('Escape')
    await dialog.waitFor({ state: 'detached' })

    await page.getByTitle('Visa samtalets väg').first().click()
    const journey = page.getByRole('dialog', { name: 'Samtalets väg' })
    await journey.getByRole('heading', { name: 'support' }).first().waitFor()
    ctx.assert.match(await journey.innerText(), /\+46701740607[\s\S]*00:00:45/)
    ctx.assert.deepEqual(await barriers(page), [])
    await page.keyboard.press('Escape')
    await journey.waitFor({ state: 'detached' })
    await page.getByRole('button', { name: 'Töm filter' }).first().click()
    await page.getByText('9 samtal, 9 hämtade').waitFor()
  })

  test('opens the calls behind a cell, a total, a key figure, a share and a bar, as many as it says', async (ctx) => {
    const { user } = await madeMonday(people)
    const page = await visitor(ctx)
    await openAs(page, user.email, MONDAY_REPORT)
    const { columns, total } = await readTable(page)
    const listed = (n: string | number) => page.getByText(countOf(Number(n))).waitFor()
    const back = async () => {
      await page.goBack()
      await page.locator('.report-table tbody tr').first().waitFor()
    }

    const cell = page.locator('.report-table tbody a.figure').first()
    const written = await cell.innerText()
    const counted = written.trim()
    await cell.click()
    await listed(counted)
    ctx.assert.deepEqual(await barriers(page), [])
    await page.reload()
    await listed(counted)
    ctx.assert.lengthOf(await calls(page), Number(counted))
    await back()

    const place = columns.indexOf('Besvarade')
    await page
      .locator('.total-row td')
      .nth(place - 1)
      .getByRole('link')
      .focus()
    await page.keyboard.press('Enter')
    await listed(total[place]!)
    await page.getByRole('button', { name: 'Exportera', exact: true }).click()
    const dialog = page.getByRole('dialog', { name: 'Exportera' })
    await dialog.getByRole('radio', { name: 'CSV' }).click()
    const download = page.waitForEvent('download')
    await dialog.getByRole('button', { name: 'Spara som fil' }).click()
    const file = await download
    const text = await readFile(await file.path(), 'utf8')
    ctx.assert.lengthOf(text.trim().split('\r\n'), Number(total[place]) + 1)
    await page.keyboard.press('Escape')
    await dialog.waitFor({ state: 'detached' })
    await page.getByRole('link', { name: 'Visa alla samtal' }).click()
    await listed(9)
    await page.getByRole('tab', { name: 'Resultat' }).click()

    const figures = page.getByRole('region', { name: 'Nyckeltal' })
    await figures
      .locator('dl > div')
      .filter({ has: page.getByText('(%) Besvarade', { exact: true }) })
      .getByRole('link')
      .click()
    const behind = page.getByRole('region', { name: 'Samtalen bakom (%) Besvarade' })
    const shown = async (name: RegExp) => {
      const side = behind.getByRole('link', { name })
      await side.click()
      await behind.locator('[aria-current]').and(side).waitFor()
      const said = await side.innerText()
      return /\d+$/.exec(said.trim())![0]
    }
    await listed(await shown(/^Besvarade/))
    await listed(await shown(/^Inkommande/))
    await behind.getByRole('link', { name: 'Visa alla samtal' }).click()
    await page.getByRole('tab', { name: 'Resultat' }).click()

    const bar = page.locator('.apexcharts-bar-area[val]:not([val="0"])').first()
    const high = await bar.getAttribute('val')
    await bar.click()
    await listed(Number(high))
  })

  test('lists on a phone who was missed and not reached', async (ctx) => {
    const { user } = await madeMonday(people)
    const page = await opened(await visitor(ctx, PHONE), user.email)
    await page.getByText('9 samtal, 9 hämtade').waitFor()
    ctx.assert.isFalse(await overflows(page))
    await page.getByRole('button', { name: 'Missade uppringare' }).click()
    await page.getByText('1 missad, 1 ej nådd').waitFor()
    const [row] = await calls(page)
    ctx.assert.deepEqual(row?.slice(0, 3), ['+46701740610', '2026-01-05 08:33:20', '4'])
    ctx.assert.isFalse(await overflows(page))
    ctx.assert.deepEqual(await barriers(page), [])
  })

  test('is not offered to who may not open it', async (ctx) => {
    const { user } = await madeMonday({ seesEverything: true, callSpecification: false })
    const page = await visitor(ctx)
    await openAs(page, user.email, MONDAY_REPORT)
    await readTable(page)
    ctx.assert.equal(await page.getByRole('tab', { name: 'Specifikationer' }).count(), 0)
    ctx.assert.equal(await page.locator('a.figure').count(), 0)
  })
})

/** How many calls the list says that there are. */
const countOf = (n: number) => (n === 1 ? '1 samtal' : `${n} samtal, ${n} hämtade`)

/** The specification of the Monday's report. */
async function opened(page: Page, email: string) {
  await openAs(page, email, MONDAY_REPORT)
  await readTable(page)
  await page.getByRole('tab', { name: 'Specifikationer' }).click()
  return page
}

/** The lines of the table as texts. */
async function calls(page: Page): Promise<string[][]> {
  const rows = page.locator('.call-table tbody tr:not(.spacer)')
  await rows.first().waitFor()
  const texts: string[][] = []
  for (const row of await rows.all()) {
    const cells = await row.locator('th, td').allInnerTexts()
    texts.push(cells.map((text) => text.trim()))
  }
  return texts
}
