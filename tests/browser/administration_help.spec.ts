import { test } from '@japa/runner'
import { madeAdministered } from '#tests/browser/made/administered'
import { PHONE, givePassword, openAs, overflows, visitor } from '#tests/browser/made/visitor'
import { codeMailedTo, mailsTo } from '#tests/made/mails'
import { madeUser } from '#tests/made/user'

test.group('Helping a user', () => {
  test('an administrator goes on in their place after a code of their own, and comes back', async (ctx) => {
    const { customer, administrator } = await madeAdministered()
    const eva = await madeUser(customer, { name: 'Eva Ek' })
    const page = await visitor(ctx, PHONE)
    await openAs(page, administrator.email, `/administration/users/${eva.id}?tab=help`)
    await page.getByRole('button', { name: 'Logga in som användaren' }).click()
    const dialog = page.getByRole('dialog')
    await dialog.getByRole('button', { name: /^E-post/ }).click()
    await dialog.getByText('Vi har skickat en kod').waitFor()
    await dialog.getByLabel('Kod', { exact: true }).fill(await codeMailedTo(administrator.email))
    ctx.assert.isFalse(await overflows(page))
    await dialog.getByRole('button', { name: 'Börja' }).click()
    const banner = page.getByRole('region', { name: 'Du hjälper en annan användare' })
    await banner.getByText(/Eva Ek/).waitFor()
    await page.goto('/administration/users')
    await page.getByRole('heading', { name: 'Sidan finns inte' }).waitFor()
    await banner.getByRole('button', { name: 'Avsluta' }).click()
    await banner.waitFor({ state: 'detached' })
    await page.goto('/administration/users')
    await page.getByRole('heading', { level: 1, name: 'Användare' }).waitFor()
  })

  test('a paused second factor lets them in with the password alone, until it is ended', async (ctx) => {
    const { customer, administrator } = await madeAdministered()
    const eva = await madeUser(customer, { name: 'Eva Ek' })
    const page = await visitor(ctx)
    await openAs(page, administrator.email, `/administration/users/${eva.id}?tab=help`)
    await page.getByRole('button', { name: '5 minuter' }).click()
    await page.getByText(/^Lösenordet räcker till/).waitFor()
    const theirs = await visitor(ctx)
    await theirs.goto('/')
    await givePassword(theirs, eva.email)
    await theirs.getByRole('heading', { name: /Eva/ }).waitFor()
    await page.getByRole('button', { name: 'Avsluta en paus' }).click()
    await page.getByText('Koden behövs igen.').waitFor()
    const later = await visitor(ctx)
    await later.goto('/')
    await givePassword(later, eva.email)
    await later.getByRole('heading', { name: 'Ytterligare verifikation krävs' }).waitFor()
  })

  test('a link to add an app is mailed to them', async (ctx) => {
    const { customer, administrator } = await madeAdministered()
    const eva = await madeUser(customer, { name: 'Eva Ek' })
    const page = await visitor(ctx)
    await openAs(page, administrator.email, `/administration/users/${eva.id}?tab=help`)
    await page.getByRole('button', { name: 'Skicka länken' }).click()
    await page.getByText(`En länk är skickad till ${eva.email}.`).waitFor()
    const mails = await mailsTo(eva.email)
    ctx.assert.match(mails.join('\n'), /\/enrolment\//)
  })

  test('nobody takes the place of another administrator', async (ctx) => {
    const { customer, administrator } = await madeAdministered()
    const other = await madeUser(customer, { administrator: true, name: 'Bo Boss' })
    const page = await visitor(ctx)
    await openAs(page, administrator.email, `/administration/users/${other.id}?tab=help`)
    await page.getByRole('button', { name: 'Skicka länken' }).waitFor()
    ctx.assert.equal(await page.getByRole('button', { name: 'Logga in som användaren' }).count(), 0)
  })
})
