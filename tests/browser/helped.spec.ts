import type { TestContext } from '@japa/runner/core'
import { test } from '@japa/runner'
import type { Page } from 'playwright'
import { barriers } from '#tests/browser/made/accessibility'
import { DESK, PHONE, givePassword, openAs, overflows, visitor } from '#tests/browser/made/visitor'
import { codeOf } from '#tests/made/authenticator'
import { madeCustomer } from '#tests/made/customer'
import { codeMailedTo, mailsTo } from '#tests/made/mails'
import { Page as Program } from '#tests/made/page'
import { madeUser } from '#tests/made/user'

/** An administrator, signed in, and a user of the same customer. */
async function helpdesk(ctx: TestContext, screen = DESK) {
  const customer = await madeCustomer({ plugins: ['asterisk'] })
  const administrator = await madeUser(customer, { name: 'Eva Ek', administrator: true })
  const user = await madeUser(customer, { name: 'Bo Äng' })
  const page = await visitor(ctx, screen)
  await openAs(page, administrator.email, '/')
  await page.getByRole('heading', { name: /Eva/ }).waitFor()
  return { administrator, user, page }
}

/** Asks the server as the page does, with its cookies. */
async function post(page: Page, path: string, data: object) {
  const cookies = await page.context().cookies()
  const token = cookies.find(({ name }) => name === 'XSRF-TOKEN')?.value ?? ''
  const headers = { 'x-xsrf-token': decodeURIComponent(token) }
  const answer = await page.request.post(path, { data, headers })
  if (!answer.ok()) throw new Error(`${path}: ${answer.status()} ${await answer.text()}`)
}

test.group('Who is helped', () => {
  for (const [name, screen] of [
    ['a desk', DESK],
    ['a phone', PHONE],
  ] as const) {
    test(`a banner says whose account is used for as long as it is, and ends it, on ${name}`, async (ctx) => {
      const { administrator, user, page } = await helpdesk(ctx, screen)
      await post(page, '/api/account/proof', { method: 'email' })
      const code = await codeMailedTo(administrator.email)
      await post(page, `/api/admin/v1/users/${user.id}/acting`, { method: 'email', code })
      await page.goto('/')
      const banner = page.getByRole('region', { name: 'Du hjälper en annan användare' })
      await banner.getByText(`Du använder kontot för Bo Äng (${user.email})`).waitFor()
      await banner.getByText('kan bara läsa').waitFor()
      ctx.assert.isFalse(await overflows(page))
      ctx.assert.deepEqual(await barriers(page), [])
      await page.goto('/account')
      await page.getByText('kan bara ändras av kontots ägare').waitFor()
      ctx.assert.equal(await page.getByRole('button', { name: 'Byt lösenord' }).count(), 0)
      await banner.getByRole('button', { name: 'Avsluta' }).click()
      await page.getByRole('heading', { name: /Eva/ }).waitFor()
      ctx.assert.equal(await banner.count(), 0)
    })
  }

  test('sets an app up by the link that was mailed, and signs in with it', async (ctx) => {
    const { user, page } = await helpdesk(ctx)
    await post(page, `/api/admin/v1/users/${user.id}/enrolment`, {})
    const mails = await mailsTo(user.email)
    const theirs = await visitor(ctx, PHONE)
    await theirs.goto(/https?:\/\/\S+/.exec(mails.at(-1) ?? '')?.[0] ?? '')
    await theirs.getByText('Hej Bo Äng!').waitFor()
    await theirs.getByRole('button', { name: 'Fortsätt' }).click()
    await theirs.getByRole('img', { name: 'QR-kod för appen' }).waitFor()
    ctx.assert.isFalse(await overflows(theirs))
    await theirs.getByRole('button', { name: 'Visa nyckeln' }).click()
    const shown = await theirs.locator('code').innerText()
    const key = shown.replaceAll(' ', '')
    await theirs.getByLabel('Kod från appen').fill(await codeOf(key, -1))
    await theirs.getByRole('button', { name: 'Verifiera och lägg till' }).click()
    await theirs.getByRole('link', { name: 'Logga in' }).click()
    await givePassword(theirs, user.email)
    await theirs.getByRole('button', { name: 'Autentiseringsapp' }).click()
    await theirs.getByLabel('Kod', { exact: true }).fill(await codeOf(key))
    await theirs.getByRole('button', { name: 'Verifiera koden' }).click()
    await theirs.getByRole('heading', { name: /Bo/ }).waitFor()
  })

  test('after five failures the page says that it is locked, and when to try again', async (ctx) => {
    const user = await madeUser(await madeCustomer({ plugins: ['asterisk'] }))
    // Each from a network address of its own: it is the account that is locked.
    for (let failure = 0; failure < 5; failure += 1) {
      await new Program().givePassword(user.email, `guess ${failure}`)
    }
    const page = await visitor(ctx)
    await page.goto('/')
    await givePassword(page, user.email)
    await page
      .getByRole('alert')
      .getByText(/Inloggningen är låst i \d+ minuter, till \d\d:\d\d/)
      .waitFor()
    ctx.assert.equal(await page.getByLabel('Lösenord', { exact: true }).inputValue(), '')
  })
})
