import { test } from '@japa/runner'
import { MONDAY_REPORT, madeMonday, readTable } from '#tests/browser/made/report'
import { DESK, PHONE, openAs, overflows, signIn, visitor } from '#tests/browser/made/visitor'

test.group('On the screen of a phone', () => {
  test('no page has to be pushed sideways', async (ctx) => {
    const { user } = await madeMonday()
    const page = await visitor(ctx, PHONE)
    await page.goto('/')
    await page.getByRole('heading', { name: 'Logga in' }).waitFor()
    ctx.assert.isFalse(await overflows(page))
    await signIn(page, user.email)
    await page.getByRole('heading', { level: 3, name: 'Köer' }).waitFor()
    ctx.assert.isFalse(await overflows(page))
    await page.goto('/reports/basic?report=asterisk.queue')
    await page.getByText('0 av 2 valda').waitFor()
    ctx.assert.isFalse(await overflows(page))
    await page.goto(MONDAY_REPORT.replace('preset=overview', 'preset=all'))
    await readTable(page)
    for (const tab of ['Resultat', 'Exportera', 'Information om rapporten']) {
      await page.getByRole('tab', { name: tab }).click()
      await page.getByRole('tabpanel', { name: tab }).waitFor()
      ctx.assert.isFalse(await overflows(page), tab)
    }
  })

  test('a wide table moves in its own box, and the name of each row stays', async (ctx) => {
    const { user } = await madeMonday()
    const page = await visitor(ctx, PHONE)
    await openAs(page, user.email, MONDAY_REPORT.replace('preset=overview', 'preset=all'))
    await readTable(page)
    const name = page.getByRole('rowheader', { name: 'Totalt' })
    const incoming = page.getByRole('columnheader', { name: 'Inkommande' }).first()
    const before = [await name.boundingBox(), await incoming.boundingBox()]
    await page.evaluate(`document.querySelector('[aria-label^=Tabell]').scrollLeft = 400`)
    const after = [await name.boundingBox(), await incoming.boundingBox()]
    ctx.assert.equal(after[0]?.x, before[0]?.x)
    ctx.assert.equal(after[1]?.x, (before[1]?.x ?? 0) - 400)
  })

  test('the menu is a drawer that opens, leads on and closes', async (ctx) => {
    const { user } = await madeMonday()
    const page = await visitor(ctx, PHONE)
    await openAs(page, user.email, '/')
    await page.getByRole('heading', { name: /Anna/ }).waitFor()
    await page.getByRole('button', { name: /menyn$/ }).click()
    await page.getByRole('dialog').getByRole('link', { name: 'Basrapporter' }).click()
    await page.getByRole('heading', { level: 1, name: 'Basrapporter' }).waitFor()
    await page.getByRole('dialog').waitFor({ state: 'detached' })
    ctx.assert.equal(new URL(page.url()).pathname, '/reports/basic')
  })

  test('a report is made and a column is described with a finger', async (ctx) => {
    const { user } = await madeMonday()
    const page = await visitor(ctx, PHONE)
    await openAs(
      page,
      user.email,
      '/reports/basic?report=asterisk.queue&from=2026-01-05&to=2026-01-05'
    )
    await page.getByRole('tabpanel', { name: 'Rapportinnehåll' }).getByLabel('Markera alla').tap()
    await page.getByRole('button', { name: 'Bearbeta' }).tap()
    const { total } = await readTable(page)
    ctx.assert.deepEqual(total.slice(0, 3), ['Totalt', '9', '5'])
    await page.locator('thead').getByRole('button', { name: 'Inkommande', exact: true }).tap()
    await page.locator('#column-description').getByText('Består av:').first().waitFor()
    ctx.assert.isFalse(await overflows(page))
  })
})

test.group('The menu beside the page', () => {
  test('it is hidden and shown by the button at its top, and stays so after a reload', async (ctx) => {
    const { user } = await madeMonday()
    const page = await visitor(ctx, DESK)
    await openAs(page, user.email, '/')
    const menu = page.getByRole('navigation', { name: 'Huvudmeny' })
    await menu.waitFor()
    await page.getByRole('button', { name: 'Dölj menyn' }).click()
    await menu.waitFor({ state: 'hidden' })
    await page.reload()
    await page.getByRole('button', { name: 'Visa menyn' }).waitFor()
    ctx.assert.isFalse(await menu.isVisible())
    await page.getByRole('button', { name: 'Visa menyn' }).click()
    await menu.waitFor()
  })
})
