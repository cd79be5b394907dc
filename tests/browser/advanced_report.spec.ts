import { test } from '@japa/runner'
import type { Page } from 'playwright'
import CollectionPoint from '#core/measurement_objects/models/collection_point'
import { barriers } from '#tests/browser/made/accessibility'
import { MONDAY_REPORT, madeMonday, readTable } from '#tests/browser/made/report'
import { PHONE, openAs, overflows, visitor } from '#tests/browser/made/visitor'
import { madeCustomer } from '#tests/made/customer'
import { madeObjects } from '#tests/made/objects'
import { madeUser } from '#tests/made/user'

const ADVANCED = MONDAY_REPORT.replace('/reports/basic', '/reports/advanced')

test.group('Advanced reports', () => {
  test('two periods are set beside each other with their differences, and so are two queues', async (ctx) => {
    const { user } = await madeMonday()
    const page = await visitor(ctx)
    const report = ADVANCED.replace('preset=overview', 'columns=incoming,answered')
    await openAs(page, user.email, `${report}&compare=objects&a=object:support&b=object:sälj`)
    const queues = await readTable(page)
    ctx.assert.deepEqual(
      queues.total,
      [...['Totalt', '6', '3', '+3', '+100,0 %', '3', '2', '+1', '+50,0 %']].map(spaced)
    )
    ctx.assert.deepEqual(
      queues.rows.map((row) => row.slice(0, 4)),
      [
        ['08:00–08:30', '2', '1', '+1'],
        ['08:30–09:00', '4', '0', '+4'],
        ['09:00–09:30', '0', '2', '−2'],
        ['09:30–10:00', '0', '0', '0'],
      ]
    )
    const { rows } = await compared(
      page,
      `${report}&interval=date`
        .replace('interval=timeOfDay&', '')
        .replace('to=2026-01-05', 'to=2026-01-06') +
        '&compare=period&from2=2026-01-04&to2=2026-01-04'
    )
    ctx.assert.deepEqual(
      rows.map((row) => row.slice(0, 4)),
      [
        ['2026-01-05 ↔ 2026-01-04', '9', '0', '+9'],
        ['2026-01-06 (bara i A)', '0', '–', '–'],
      ]
    )
    ctx.assert.deepEqual(await barriers(page), [])
  })

  test('a basic report is carried over, and both are begun with from the start page', async (ctx) => {
    const { user } = await madeMonday()
    const page = await visitor(ctx)
    await openAs(page, user.email, MONDAY_REPORT)
    const basic = await readTable(page)
    await page.getByRole('link', { name: 'Öppna i utökat läge' }).click()
    await page.getByRole('tab', { name: 'Gruppering', selected: true }).waitFor()
    ctx.assert.deepEqual(await readTable(page), basic)
    await page.getByRole('tab', { name: 'Parametrar' }).click()
    const noted = page.waitForResponse('**/api/opened-reports')
    await page.getByRole('radio', { name: 'Mätobjekt', exact: true }).click()
    await noted
    await page.getByRole('link', { name: 'Startsida' }).click()
    const often = page.getByRole('region', { name: 'Ofta använda' })
    await often.locator('a[href^="/reports/advanced"]').filter({ hasText: 'Köer' }).click()
    const { columns, rows } = await readTable(page)
    ctx.assert.deepEqual(columns.slice(0, 3), ['Period', 'Namn', 'Inkommande'])
    ctx.assert.deepEqual(rows[0]?.slice(0, 3), ['08:00–08:30', 'support', '2'])
  })

  test('columns are marked, at least one, and a press on a name tells what it counts', async (ctx) => {
    const { user } = await madeMonday()
    const page = await visitor(ctx)
    await openAs(page, user.email, `${ADVANCED}&tab=columns`)
    const update = page.getByRole('button', { name: 'Uppdatera synliga kolumner' })
    const columns = page.getByRole('form', { name: 'Kolumner' })
    await columns.getByRole('button', { name: 'Avmarkera alla' }).click()
    await page.getByRole('alert').getByText('Välj minst en kolumn.').waitFor()
    ctx.assert.isTrue(await update.isDisabled())
    await columns.getByRole('button', { name: 'Markera alla', exact: true }).click()
    const every = await columns.getByRole('checkbox').count()
    await columns.getByText(`${every} av ${every} valda`).waitFor()
    await columns.getByRole('button', { name: 'Svars- och kötider' }).click()
    await columns.getByLabel('Inkommande', { exact: true }).click()
    await update.click()
    const table = await readTable(page)
    ctx.assert.include(page.url(), 'columns=')
    ctx.assert.include(table.columns, '(M) Svarstid')
    await page.locator('thead').getByRole('button', { name: '(M) Svarstid', exact: true }).click()
    await page.mouse.move(0, 0)
    const description = page.locator('#column-description')
    await description.getByText('(M) Svarstid').waitFor()
    await page.reload()
    ctx.assert.deepEqual(await readTable(page), table)
  })

  test('twenty-four thousand rows have only those on the screen that are seen', async (ctx) => {
    const { user } = await madeMonday()
    const page = await visitor(ctx)
    await openAs(page, user.email, `${ADVANCED}&view=table`)
    await readTable(page)
    await page.route('**/api/report/v1/generate', async (route) => {
      const answer = await route.fetch()
      await route.fulfill({ json: { ...(await answer.json()), rows: manyRows() } })
    })
    await page.getByRole('button', { name: 'Uppdatera nu' }).click()
    await page.locator('.report-table[aria-rowcount="24002"]').waitFor()
    const box = '[aria-label^="Tabell"]'
    ctx.assert.isBelow(await page.locator('.report-table tbody tr').count(), 120)
    await page.evaluate(`document.querySelector('${box}').scrollTop = 1e9`)
    const last = page.locator('.report-table tr[aria-rowindex="24002"]')
    ctx.assert.match(await last.innerText(), /Mätobjekt 499/)
    ctx.assert.isBelow(await page.locator('.report-table tbody tr').count(), 120)
    await page.getByRole('button', { name: 'Sortera efter Inkommande' }).click()
    await page.evaluate(`document.querySelector('${box}').scrollTop = 0`)
    const first = page.locator('.report-table tr[aria-rowindex="3"]')
    const text = await first.innerText()
    ctx.assert.match(text.replace(/\s/g, ''), /23999/)
  })

  test('a year of dates is a picture of areas with few labels, and rows that are seen', async (ctx) => {
    const { user } = await madeMonday()
    const page = await visitor(ctx)
    const year = ADVANCED.replace('interval=timeOfDay', 'interval=date')
      .replace('from=2026-01-05', 'from=2026-01-01')
      .replace('to=2026-01-05', 'to=2026-12-31')
    await openAs(page, user.email, year)
    await page.locator('.report-table[aria-rowcount="367"]').waitFor()
    const picture = page.locator('.report-chart')
    await picture.locator('.apexcharts-area-series path').first().waitFor()
    ctx.assert.equal(await picture.locator('.apexcharts-bar-area').count(), 0)
    const labels = await picture.locator('.apexcharts-xaxis-label').allTextContents()
    ctx.assert.isBelow(labels.length, 60)
    ctx.assert.isBelow(await page.locator('.report-table tbody tr').count(), 120)
    await page.getByRole('link', { name: 'Startsida' }).first().click()
    await page.getByRole('heading', { level: 3, name: 'Köer' }).waitFor()
    ctx.assert.equal(await page.locator('.report-table').count(), 0)
  })

  test('five thousand objects are sought among, and only those in sight are drawn', async (ctx) => {
    const { customer, user } = await madeMonday()
    const point = await CollectionPoint.findByOrFail('customer_id', customer.id)
    const objects = Array.from({ length: 5000 }, (_, n) => {
      const identifier = `q${String(n).padStart(4, '0')}`
      return { objectType: 'queue', identifier, name: `Kö ${identifier}` }
    })
    await madeObjects(point, objects)
    const page = await visitor(ctx)
    await openAs(page, user.email, ADVANCED.replace('objects=all', 'tab=content'))
    const list = page.getByRole('region', { name: 'Köer' })
    await list.getByText('5002 av 5').waitFor()
    await list.getByLabel('Markera alla').click()
    await list.getByText('0 av 5').waitFor()
    const lines = list.locator('.h-10')
    ctx.assert.isBelow(await lines.count(), 60)
    await list.getByLabel('Filtrera').pressSequentially('kö q499')
    await list.getByText('Kö q4999').waitFor()
    await page.waitForFunction('document.querySelectorAll("section .h-10").length === 10')
    ctx.assert.match(await lines.first().innerText(), /^Kö q4990/)
    await list.getByLabel('Markera alla').click()
    await list.getByText('10 av 5').waitFor()
    await list.getByRole('button', { name: 'Töm filter' }).click()
    await list.getByText('Kö q0000').waitFor()
    ctx.assert.isBelow(await lines.count(), 60)
  })

  test('on a phone no tab has to be pushed sideways, and there is no barrier', async (ctx) => {
    const { user } = await madeMonday()
    const page = await visitor(ctx, PHONE)
    await openAs(page, user.email, `${ADVANCED}&grouping=object`)
    await readTable(page)
    ctx.assert.isFalse(await overflows(page))
    for (const tab of ['Parametrar', 'Rapportinnehåll', 'Kolumner', 'Information om rapporten']) {
      await page.getByRole('tab', { name: tab }).click()
      await page.getByRole('tabpanel', { name: tab }).waitFor()
      ctx.assert.isFalse(await overflows(page), tab)
    }
    ctx.assert.deepEqual(await barriers(page), [])
  })

  test('a customer with the edition Basic sees where they are had', async (ctx) => {
    const customer = await madeCustomer({ plugins: ['asterisk'], edition: 'basic' })
    const user = await madeUser(customer, { seesEverything: true })
    const page = await visitor(ctx)
    await openAs(page, user.email, '/')
    await page.getByRole('link', { name: /^Avancerade rapporter\s+Ingår i Utökad/ }).click()
    await page.getByText('Avancerade rapporter ingår i Statistik Utökad.').waitFor()
  })
})

const spaced = (text: string) => text.replace(' ', '\u00A0')

async function compared(page: Page, address: string) {
  await page.goto(address)
  return readTable(page)
}

function manyRows() {
  return Array.from({ length: 24_000 }, (_, index) => {
    const block = Math.floor(index / 500)
    const clock = `${String(Math.floor(block / 2)).padStart(2, '0')}:${block % 2 ? '30' : '00'}`
    return {
      interval: clock,
      intervalLabel: clock,
      object: `o${index % 500}`,
      objectName: `Mätobjekt ${index % 500}`,
      incoming: index,
    }
  })
}
