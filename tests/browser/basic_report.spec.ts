import { test } from '@japa/runner'
import { MONDAY_REPORT, madeMonday, openChoice, readTable } from '#tests/browser/made/report'
import { openAs, signIn, visitor } from '#tests/browser/made/visitor'

test.group('Basic reports', () => {
  test('a supervisor chooses period, report and queues, and reads how the calls were answered', async (ctx) => {
    const { user } = await madeMonday()
    const page = await visitor(ctx)
    await openAs(page, user.email, '/')
    await page.getByRole('link', { name: 'Basrapporter' }).first().click()
    await page.getByText('Inga samtal i perioden').waitFor()
    const days = await openChoice(page, 'Period')
    await days.getByLabel('Från', { exact: true }).fill('2026-01-05')
    await days.getByLabel('Till', { exact: true }).fill('20260105')
    await page.keyboard.press('Escape')
    await openChoice(page, 'Tid på dygnet')
    await page.getByRole('textbox', { name: 'Till klockan' }).fill('10')
    await page.keyboard.press('Escape')
    await openChoice(page, 'Rapport')
    await page.getByLabel('Sök rapport').fill('översikt')
    await page.getByRole('button', { name: 'Översikt' }).first().click()

    const content = await openChoice(page, 'Mätobjekt')
    await content.getByText('2 av 2 valda').waitFor()
    await content.getByLabel('Filtrera').fill('säl')
    await content.getByText('support').waitFor({ state: 'detached' })
    await content.getByLabel('Markera alla').click()
    await content.getByText('1 av 2 valda').waitFor()
    await page.keyboard.press('Escape')
    await page.getByRole('button', { name: 'Mätobjekt: support' }).waitFor()
    await page.getByRole('cell', { name: '6', exact: true }).first().waitFor()

    const table = await readTable(page)
    ctx.assert.deepEqual(table.columns.slice(0, 6), [
      'Period',
      'Inkommande',
      'Besvarade',
      'Ej besvarade',
      'Totalt vidarekopplade',
      '(M) Svarstid',
    ])
    ctx.assert.deepEqual(table.total.slice(0, 6), ['Totalt', '6', '3', '2', '1', '00:00:23'])
    ctx.assert.deepEqual(
      table.rows.map(([period, incoming]) => [period, incoming]),
      [
        ['08:00–08:30', '2'],
        ['08:30–09:00', '4'],
        ['09:00–09:30', '0'],
        ['09:30–10:00', '0'],
      ]
    )
    await page.getByText('Tidszon: Europe/Stockholm').waitFor()
    await page.locator('.apexcharts-bar-area').first().waitFor()
  })

  test('the service level is a percentage with one decimal, and its formula is told', async (ctx) => {
    const { user } = await madeMonday()
    const page = await visitor(ctx)
    await openAs(page, user.email, MONDAY_REPORT)
    const { columns, total } = await readTable(page)
    const at = columns.indexOf('(%) Servicegrad (20 s)')
    // Four of nine: 5, 10, 12 and 20 seconds, the edge included.
    ctx.assert.equal(total[at]?.replace(/\s/g, ' '), '44,4 %')
    await page
      .locator('footer')
      .getByText(/servicegrad/i)
      .first()
      .waitFor()
  })

  test('other answer time limits give other columns', async (ctx) => {
    const { user } = await madeMonday()
    const page = await visitor(ctx)
    await openAs(page, user.email, MONDAY_REPORT)
    await readTable(page)
    await openChoice(page, 'Inställningar')
    await page.getByRole('textbox', { name: 'Gränser för svarstid' }).fill('10')
    await page.getByRole('textbox', { name: 'Gränser för svarstid' }).press('Enter')
    await page.getByRole('columnheader', { name: '(%) Servicegrad (10 s)' }).waitFor()
    const { columns } = await readTable(page)
    ctx.assert.notInclude(columns, '(%) Servicegrad (20 s)')
  })

  test('the interval is switched above the graph, and only intervals that fit the period are offered', async (ctx) => {
    const { user } = await madeMonday()
    const page = await visitor(ctx)
    await openAs(page, user.email, MONDAY_REPORT.replace('to=2026-01-05', 'to=2026-02-08'))
    await readTable(page)
    const intervals = page.getByRole('group', { name: 'Intervallgruppering' })
    ctx.assert.deepEqual(await intervals.getByRole('button').allInnerTexts(), [
      'Tid',
      'Veckodag',
      'Datum',
      'Vecka',
      'År och månad',
      'Period',
    ])
    await intervals.getByRole('button', { name: 'Veckodag' }).click()
    await page.getByRole('rowheader', { name: 'Måndag' }).waitFor()
    const { rows, total } = await readTable(page)
    ctx.assert.deepEqual(rows[0]?.slice(0, 2), ['Måndag', '9'])
    ctx.assert.equal(total[1], '9')
    ctx.assert.include(page.url(), 'interval=weekday')
    await page.goto(MONDAY_REPORT)
    await readTable(page)
    ctx.assert.deepEqual(await intervals.getByRole('button').allInnerTexts(), ['Tid', 'Period'])
  })

  test('a reload, and the way back, show the same report', async (ctx) => {
    const { user } = await madeMonday()
    const page = await visitor(ctx)
    await openAs(page, user.email, MONDAY_REPORT)
    await readTable(page)
    await page.getByRole('button', { name: 'Period', exact: true }).click()
    await page.getByRole('rowheader', { name: '2026-01-05' }).waitFor()
    const before = await readTable(page)
    await page.reload()
    ctx.assert.deepEqual(await readTable(page), before)
    await page.getByRole('button', { name: 'Tid på dygnet: 08:00–10:00' }).waitFor()
    await page.getByRole('link', { name: 'Startsida' }).click()
    await page.getByRole('heading', { name: /Anna/ }).waitFor()
    await page.goBack()
    ctx.assert.deepEqual(await readTable(page), before)
  })

  test('a column is described when it is pointed at, and its parts are marked', async (ctx) => {
    const { user } = await madeMonday()
    const page = await visitor(ctx)
    await openAs(page, user.email, MONDAY_REPORT)
    await readTable(page)
    await page.locator('thead').getByRole('button', { name: 'Inkommande', exact: true }).hover()
    const description = page.locator('#column-description')
    await description.getByText('Består av:').first().waitFor()
    ctx.assert.match(await description.innerText(), /Besvarade, Ej besvarade/)
    const marked = page.locator('thead tr:first-child .related-part')
    ctx.assert.deepEqual(await marked.allInnerTexts(), [
      'Besvarade',
      'Ej besvarade',
      'Totalt vidarekopplade',
    ])
    const whole = page.locator('thead tr:first-child .related-whole')
    ctx.assert.deepEqual(await whole.allInnerTexts(), ['Inkommande'])
  })

  test('a column is described by keyboard too, and Escape puts it away', async (ctx) => {
    const { user } = await madeMonday()
    const page = await visitor(ctx)
    await openAs(page, user.email, MONDAY_REPORT)
    await readTable(page)
    const description = page.locator('#column-description')
    await page.locator('thead').getByRole('button', { name: 'Besvarade', exact: true }).focus()
    await description.getByText('Besvarade').first().waitFor()
    await page.keyboard.press('Tab')
    await page.keyboard.press('Tab')
    await description.getByText('Ej besvarade').first().waitFor()
    await page.keyboard.press('Escape')
    await description.waitFor({ state: 'detached' })
  })

  test('rows are sorted by a column, highest first, lowest first and as they came', async (ctx) => {
    const { user } = await madeMonday()
    const page = await visitor(ctx)
    await openAs(page, user.email, MONDAY_REPORT)
    const came = await readTable(page)
    const order = async () => {
      const { rows } = await readTable(page)
      return rows.map(([, incoming]) => Number(incoming))
    }
    const sort = page.getByRole('button', { name: 'Sortera efter Inkommande' })
    await sort.click()
    ctx.assert.deepEqual(await order(), [4, 3, 2, 0])
    await sort.click()
    ctx.assert.deepEqual(await order(), [0, 2, 3, 4])
    await sort.click()
    ctx.assert.deepEqual(await readTable(page), came)
  })

  test('the legend brings a series forward and hides it', async (ctx) => {
    const { user } = await madeMonday()
    const page = await visitor(ctx)
    await openAs(page, user.email, MONDAY_REPORT)
    await page.locator('.apexcharts-bar-area').first().waitFor()
    const legend = page.getByRole('list', { name: 'Teckenförklaring' })
    const drawn = (name: string) => page.locator(`.apexcharts-series[seriesName="${name}"]`)
    await legend.getByRole('button', { name: 'Ej besvarade' }).hover()
    await page.locator('.apexcharts-series.legend-mouseover-inactive').first().waitFor()
    ctx.assert.notMatch(
      (await drawn('Ejxbesvarade').getAttribute('class')) ?? '',
      /legend-mouseover-inactive/
    )
    await legend.getByRole('button', { name: 'Ej besvarade' }).click()
    await drawn('Ejxbesvarade').waitFor({ state: 'detached' })
    ctx.assert.equal(await drawn('Besvarade').count(), 1)
    await legend.getByRole('button', { name: 'Ej besvarade' }).click()
    await drawn('Ejxbesvarade').waitFor({ state: 'attached' })
  })

  test('the interval of the automatic update is changed by pressing its text', async (ctx) => {
    const { user } = await madeMonday()
    const page = await visitor(ctx)
    await openAs(page, user.email, MONDAY_REPORT)
    await readTable(page)
    await page.getByRole('button', { name: 'Uppdateringsintervall: 30 minuter' }).click()
    await page.getByLabel('Minuter mellan uppdateringarna').fill('5')
    await page.getByRole('button', { name: 'Ändra', exact: true }).click()
    await page.getByRole('button', { name: 'Uppdateringsintervall: 5 minuter' }).waitFor()
    const asking = page.waitForRequest('**/api/report/v1/generate')
    await page.getByRole('button', { name: 'Uppdatera nu' }).click()
    const asked = await asking
    ctx.assert.equal(asked.postDataJSON().report, 'asterisk.queue')
  })

  test('weekdays are marked and unmarked, and without any nothing is asked', async (ctx) => {
    const { user } = await madeMonday()
    const page = await visitor(ctx)
    await openAs(page, user.email, MONDAY_REPORT)
    await readTable(page)
    await openChoice(page, 'Tid på dygnet')
    await page.getByRole('button', { name: 'Avmarkera alla' }).click()
    await page.getByText('Markera minst en veckodag.').waitFor()
    await page.getByLabel('Tis', { exact: true }).click()
    await page.getByText('Inga samtal i perioden').waitFor()
    ctx.assert.include(page.url(), 'weekdays=2')
  })

  test('a query that the server refuses says so at its field', async (ctx) => {
    const { user } = await madeMonday()
    const page = await visitor(ctx)
    await openAs(
      page,
      user.email,
      MONDAY_REPORT.replace('objects=all', 'object=another-customers-queue')
    )
    await page.getByText('Rapporten kunde inte göras').waitFor()
    const content = await openChoice(page, 'Mätobjekt')
    await content.getByText('Ett valt mätobjekt finns inte').waitFor()
    await content.getByText('0 av 2 valda').waitFor()
    await content.getByLabel('Markera alla').click()
    const { total } = await readTable(page)
    ctx.assert.equal(total[1], '9')
  })

  test('a long report can be cancelled, and the one before stays on the screen', async (ctx) => {
    const { user } = await madeMonday()
    const page = await visitor(ctx)
    await openAs(page, user.email, MONDAY_REPORT)
    const before = await readTable(page)
    await page.route('**/api/report/v1/generate', () => new Promise(() => {}))
    await page.getByRole('button', { name: 'Uppdatera nu' }).click()
    await page.getByText('Rapporten bearbetas …').waitFor()
    await page.getByRole('button', { name: 'Avbryt' }).first().click()
    await page.getByText('Rapporten bearbetas …').waitFor({ state: 'detached' })
    ctx.assert.deepEqual(await readTable(page), before)
  })

  test('who is signed out meanwhile signs in again and is back at the report', async (ctx) => {
    const { user } = await madeMonday()
    const page = await visitor(ctx)
    await openAs(page, user.email, MONDAY_REPORT)
    const before = await readTable(page)
    await page.context().clearCookies()
    await page.getByRole('button', { name: 'Uppdatera nu' }).click()
    await page.getByRole('heading', { name: 'Logga in' }).waitFor()
    await signIn(page, user.email)
    ctx.assert.deepEqual(await readTable(page), before)
  })
})
