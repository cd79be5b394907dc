import { test } from '@japa/runner'
import { barriers } from '#tests/browser/made/accessibility'
import { madeAdministered } from '#tests/browser/made/administered'
import { DESK, PHONE, openAs, overflows, visitor } from '#tests/browser/made/visitor'

/** A picture of one point. */
const PNG = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64'
)

test.group('The customer’s own settings', () => {
  for (const [name, screen] of [
    ['1440', DESK],
    ['390', PHONE],
  ] as const) {
    test(`how calls are counted is changed and kept, at ${name} pixels`, async (ctx) => {
      const { customer, administrator } = await madeAdministered()
      const page = await visitor(ctx, screen)
      await openAs(page, administrator.email, '/administration/settings')
      await page.getByRole('radio', { name: 'Av besvarade', exact: true }).click()
      ctx.assert.isFalse(await overflows(page))
      ctx.assert.deepEqual(await barriers(page), [])
      await page.getByRole('button', { name: 'Spara' }).click()
      await page.getByText('Sparat.').waitFor()
      await page.getByRole('link', { name: 'Öppettider och helgdagar' }).click()
      await page.getByRole('switch', { name: 'Det finns öppettider' }).click()
      ctx.assert.isFalse(await overflows(page))
      ctx.assert.deepEqual(await barriers(page), [])
      await page.getByRole('button', { name: 'Spara' }).click()
      await page.getByText('Sparat.').waitFor()
      ctx.assert.equal(new URL(page.url()).pathname, '/administration/settings/hours')
      await customer.refresh()
      ctx.assert.equal(customer.serviceLevel, 'answeredOnly')
      ctx.assert.lengthOf(Object.keys(customer.openingHours ?? {}), 5)
    })
  }

  test('a name with å and a logo are shown to who signs in by the link', async (ctx) => {
    const { customer, administrator } = await madeAdministered()
    const word = customer.slug.slice(-6)
    const page = await visitor(ctx)
    await openAs(page, administrator.email, '/administration/settings/look')
    await page.getByLabel('Namn vid inloggning').fill(`Åkeriet i Växjö ${word}`)
    await page.getByRole('button', { name: 'Spara' }).last().click()
    const link = page.getByRole('textbox', { name: 'Länk till inloggningen' })
    await link.waitFor()
    await page
      .getByLabel(/^Välj en logotyp/)
      .setInputFiles({ name: 'logo.png', mimeType: 'image/png', buffer: PNG })
    await page.getByRole('img', { name: 'Logotyp' }).waitFor()
    const theirs = await visitor(ctx)
    const { pathname, search } = new URL(await link.inputValue())
    await theirs.goto(`${pathname}${search}`)
    await theirs.getByText(`Åkeriet i Växjö ${word}`).waitFor()
    await theirs.locator('main img').waitFor()
    await theirs.waitForFunction('document.querySelector("main img").naturalWidth === 1')
  })

  test('those who run the installation are invited, and the invitation is taken back', async (ctx) => {
    const { customer, administrator } = await madeAdministered()
    const page = await visitor(ctx)
    await openAs(page, administrator.email, '/administration/settings/operators')
    await page.getByRole('button', { name: 'Bjud in dem att se samtalen' }).click()
    await page.getByText(/^Inbjudna sedan/).waitFor()
    await customer.refresh()
    ctx.assert.isNotNull(customer.operatorsInvitedAt)
    await page.getByRole('button', { name: 'Ta tillbaka inbjudan' }).click()
    await page.getByText('Inte inbjudna.').waitFor()
    await customer.refresh()
    ctx.assert.isNull(customer.operatorsInvitedAt)
  })
})
