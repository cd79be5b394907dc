import { randomBytes } from 'node:crypto'
import { test } from '@japa/runner'
import db from '@adonisjs/lucid/services/db'
import { createBrand } from '#core/customers/actions/save_brand'
import { saveBranding, saveLogo } from '#core/customers/actions/save_branding'
import { PHONE, givePassword, openAs, visitor } from '#tests/browser/made/visitor'
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
    await page.getByRole('heading', { name: 'Ytterligare verifikation krävs' }).waitFor()
    await page.getByRole('main').getByText(name).waitFor()
    await page.getByRole('button', { name: 'Tillbaka' }).click()
    await page.getByRole('link', { name: /Glömt lösenordet/ }).click()
    await page.getByRole('main').getByText(name).waitFor()
  })

  test('is the operator’s at its own host name, with a link to its support, in help texts too', async (ctx) => {
    const name = `Nordvik Växel ${randomBytes(4).toString('hex')}`
    const supportUrl = 'https://support.nordvik.example/'
    const brand = await createBrand({ name, host: 'localhost', supportUrl })
    ctx.cleanup(async () => {
      await db.from('brands').where('id', brand.id).delete()
    })
    const customer = await madeCustomer({ plugins: ['asterisk'] })
    await customer.merge({ brandId: brand.id }).save()
    const page = await visitor(ctx, PHONE)
    await page.goto('/sign-in')
    await page.getByRole('heading', { name: 'Logga in' }).waitFor()
    ctx.assert.equal(await page.getByRole('link', { name: 'Hjälp' }).count(), 0)
    await page.goto(`http://localhost:${process.env.PORT}/sign-in`)
    await page.getByRole('main').getByText(name).waitFor()
    const help = page.getByRole('link', { name: 'Hjälp' })
    ctx.assert.equal(await help.getAttribute('href'), supportUrl)

    const { email } = await madeUser(customer)
    // Each host has a proof of its own against forgery.
    await page.context().clearCookies()
    await openAs(page, email, '/reports/basic')
    await page.getByRole('button', { name: 'Visa menyn' }).click()
    const entry = page.getByRole('dialog').getByRole('link', { name: 'Hjälp' })
    ctx.assert.equal(await entry.getAttribute('href'), supportUrl)
    ctx.assert.equal(await entry.getAttribute('rel'), 'noopener noreferrer')
    await page.keyboard.press('Escape')
    const other = await madeUser(await madeCustomer({ plugins: ['asterisk'] }))
    await page.context().clearCookies()
    await openAs(page, other.email, '/')
    await page.getByRole('button', { name: 'Visa menyn' }).click()
    await page.getByRole('dialog').getByRole('link', { name: 'Basrapporter' }).waitFor()
    ctx.assert.equal(await page.getByRole('link', { name: 'Hjälp' }).count(), 0)
  })

  test('that is nobody’s is the product’s own', async (ctx) => {
    const page = await visitor(ctx)
    await page.goto('/login?branding=Nobody%20AB')
    await page.getByRole('heading', { name: 'Logga in' }).waitFor()
    await page.getByRole('main').getByText('Telestat').waitFor()
    ctx.assert.equal(await page.getByText('Nobody AB').count(), 0)
  })
})
