import { randomBytes } from 'node:crypto'
import { test } from '@japa/runner'
import { saveBranding, saveLogo } from '#core/customers/actions/save_branding'
import { PHONE, givePassword, visitor } from '#tests/browser/made/visitor'
import { madeCustomer } from '#tests/made/customer'
import { madeUser } from '#tests/made/user'

const PIXEL =
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5ErkJggg=='

test.group('A sign-in of the customer’s own', () => {
  test('has its name and logo through every step, with spaces and åäö in the link', async (ctx) => {
    const customer = await madeCustomer({ plugins: ['asterisk'] })
    const name = `Åre Växel & Söner ${randomBytes(4).toString('hex')}`
    await saveBranding(customer.id, { name, colour: '#aa2200' })
    await saveLogo(customer.id, PIXEL)
    const user = await madeUser(customer)
    const page = await visitor(ctx, PHONE)
    const logo = page.waitForResponse(/\/api\/branding\/logo/)
    await page.goto(`/login?branding=${encodeURIComponent(name)}`)
    await page.getByRole('main').getByText(name).waitFor()
    const { ok, headers } = await logo.then((answer) => ({
      ok: answer.ok(),
      headers: answer.headers(),
    }))
    ctx.assert.isTrue(ok)
    ctx.assert.equal(headers['content-type'], 'image/png')
    await givePassword(page, user.email)
    await page.getByRole('heading', { name: /^Välj hur du vill få/ }).waitFor()
    await page.getByRole('main').getByText(name).waitFor()
    await page.getByRole('button', { name: 'Tillbaka' }).click()
    await page.getByRole('link', { name: /Glömt lösenordet/ }).click()
    await page.getByRole('main').getByText(name).waitFor()
  })

  test('that is nobody’s is the product’s own', async (ctx) => {
    const page = await visitor(ctx)
    await page.goto('/login?branding=Nobody%20AB')
    await page.getByRole('heading', { name: 'Logga in' }).waitFor()
    await page.getByRole('main').getByText('Telestat').waitFor()
    ctx.assert.equal(await page.getByText('Nobody AB').count(), 0)
  })
})
