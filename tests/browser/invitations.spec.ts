import { test } from '@japa/runner'
import db from '@adonisjs/lucid/services/db'
import { inviteMember } from '#core/users/actions/invite_member'
import { barriers } from '#tests/browser/made/accessibility'
import { tooWide } from '#tests/browser/made/too_wide'
import { DESK, PHONE, openAs, visitor } from '#tests/browser/made/visitor'
import { madeCustomer } from '#tests/made/customer'
import { PASSWORD, madeUser } from '#tests/made/user'

/** Somebody with an account at one customer, and two others that invite her. */
async function madeInvited() {
  const [own, inviting, other] = [
    await madeCustomer({ name: 'Hemma AB' }),
    await madeCustomer({ name: 'Nordvik AB' }),
    await madeCustomer({ name: 'Sydvik AB' }),
  ]
  const user = await madeUser(own, { name: 'Eva Ek' })
  const offer = { email: user.email, name: 'Eva', role: 'user' } as const
  const { sent } = await inviteMember(inviting, offer)
  await inviteMember(other, offer)
  return { other, user, path: new URL(sent.link).pathname }
}

test.group('A person with an account who is invited', () => {
  for (const [name, screen] of [
    ['1440', DESK],
    ['390', PHONE],
  ] as const) {
    test(`accepts by the mail’s link with her own password, and her customers are both there, at ${name} pixels`, async (ctx) => {
      const { user, path } = await madeInvited()
      const page = await visitor(ctx, screen)
      await page.goto(path)
      await page.getByRole('heading', { name: 'Nordvik AB bjuder in dig' }).waitFor()
      ctx.assert.deepEqual([await tooWide(page), await barriers(page)], [[], []])
      await page.getByLabel('Lösenord', { exact: true }).fill('ett helt annat lösenord')
      await page.getByRole('button', { name: 'Tacka ja' }).click()
      await page.getByRole('alert').waitFor()
      await page.getByLabel('Lösenord', { exact: true }).fill(PASSWORD)
      await page.getByRole('button', { name: 'Tacka ja' }).click()
      await page.getByRole('heading', { name: 'Välkommen till Nordvik AB' }).waitFor()
      ctx.assert.deepEqual([await tooWide(page), await barriers(page)], [[], []])
      await page.goto(path)
      await page.getByRole('heading', { name: 'Inbjudan kan inte användas' }).waitFor()
      await openAs(page, user.email, '/account')
      await page.getByRole('button', { name: /Byt kund$/ }).click()
      await page.getByRole('menuitem', { name: 'Nordvik AB' }).waitFor()
      ctx.assert.equal(await page.getByRole('menuitem', { name: 'Sydvik AB' }).count(), 0)
    })

    test(`answers each of her invitations under my account, at ${name} pixels`, async (ctx) => {
      const { user, other } = await madeInvited()
      const page = await visitor(ctx, screen)
      await openAs(page, user.email, '/account')
      await page.getByRole('button', { name: 'Tacka ja till Nordvik AB' }).waitFor()
      ctx.assert.deepEqual([await tooWide(page), await barriers(page)], [[], []])
      await page.getByRole('button', { name: 'Tacka nej till Sydvik AB' }).click()
      await page
        .getByRole('button', { name: 'Tacka nej till Sydvik AB' })
        .waitFor({ state: 'detached' })
      await page.getByRole('button', { name: 'Tacka ja till Nordvik AB' }).click()
      await page.getByText('Du är nu användare hos Nordvik AB.').waitFor()
      await page.getByRole('button', { name: /Byt kund$/ }).click()
      await page.getByRole('menuitem', { name: 'Nordvik AB' }).waitFor()
      const offers = await db.from('membership_invitations').where('customer_id', other.id)
      ctx.assert.deepEqual(offers, [])
    })
  }
})
