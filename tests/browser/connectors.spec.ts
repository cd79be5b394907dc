import { test } from '@japa/runner'
import { enablePlugin } from '#core/customers/actions/enable_plugin'
import { registry } from '#core/plugins/registry'
import { barriers } from '#tests/browser/made/accessibility'
import { madeMonday } from '#tests/browser/made/report'
import { DESK, PHONE, openAs, overflows, visitor } from '#tests/browser/made/visitor'
import { madeSavedReport } from '#tests/made/saved_report'

test.group('Connectors on the page of a saved report', () => {
  for (const [name, screen] of [
    ['1440', DESK],
    ['390', PHONE],
  ] as const) {
    test(`are added with a token that is shown once, tell who reads them, and are removed, at ${name} pixels`, async (ctx) => {
      const { assert } = ctx
      const { user, customer } = await madeMonday()
      for (const { key } of registry().connectors()) await enablePlugin(customer.id, key, true)
      const { saved } = await madeSavedReport(customer, user)
      const page = await visitor(ctx, screen)
      await page.context().grantPermissions(['clipboard-read', 'clipboard-write'])
      await openAs(page, user.email, `/reports/saved/${saved.id}`)
      await page.getByRole('tab', { name: 'Connectorer' }).click()
      await page.getByText('Inga matchningar').waitFor()
      assert.deepEqual(await barriers(page), [])
      assert.isFalse(await overflows(page))

      await page.getByRole('button', { name: /^Microsoft Power BI/ }).click()
      const dialog = page.getByRole('dialog')
      await dialog.getByLabel('Tidsperiod', { exact: true }).click()
      await page.getByRole('option', { name: /^Hela historiken/ }).click()
      assert.deepEqual(await barriers(page), [])
      await dialog.getByRole('button', { name: 'Lägg till och spara' }).click()
      const token = await page.getByLabel('Access token', { exact: true }).inputValue()
      const link = await page.getByLabel('Länk', { exact: true }).first().inputValue()
      const { status } = await fetch(link, { headers: { 'x-api-key': token } })
      assert.equal(status, 200)
      assert.deepEqual(await barriers(page), [])
      assert.isFalse(await overflows(page))
      await page.getByRole('button', { name: 'Jag har sparat den' }).click()

      await page.reload()
      await page.getByText('Senast läst').waitFor()
      assert.notInclude(await page.content(), token)
      await page.getByRole('button', { name: /^Vem som har läst/ }).click()
      await dialog.getByText('odata/').first().waitFor()
      await page.keyboard.press('Escape')
      await page.getByRole('button', { name: 'Guide', exact: true }).click()
      await dialog.getByRole('img').first().waitFor()
      assert.include(await dialog.innerText(), 'Power BI Desktop')
      await dialog
        .getByRole('button', { name: /^Kopiera/ })
        .nth(1)
        .click()
      const pasted = await page.evaluate('navigator.clipboard.readText()')
      assert.include(pasted, `OData.Feed("${link}"`)
      assert.deepEqual(await barriers(page), [])
      await page.keyboard.press('Escape')

      await page.goto('/reports/connectors')
      const line = page.getByRole('listitem').filter({ hasText: saved.name })
      await line.getByText('Aktiv', { exact: true }).waitFor()
      await line.getByText('Senast läst').waitFor()
      assert.deepEqual(await barriers(page), [])
      assert.isFalse(await overflows(page))
      await line.getByRole('link', { name: saved.name }).click()
      await page.getByRole('button', { name: /^Radera Microsoft/ }).click()
      await dialog.getByRole('button', { name: 'Radera', exact: true }).click()
      await page.getByText('Inga matchningar').waitFor()
      const { status: after } = await fetch(link, { headers: { 'x-api-key': token } })
      assert.equal(after, 404)
    })
  }
})
