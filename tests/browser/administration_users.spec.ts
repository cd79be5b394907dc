import { randomBytes } from 'node:crypto'
import { test } from '@japa/runner'
import type { Page } from 'playwright'
import ObjectGroup from '#core/measurement_objects/models/object_group'
import { readerFor } from '#core/permissions/read_rights'
import MembershipInvitation from '#core/users/models/membership_invitation'
import { madeAdministered } from '#tests/browser/made/administered'
import {
  DESK,
  PHONE,
  givePassword,
  openAs,
  overflows,
  signIn,
  visitor,
} from '#tests/browser/made/visitor'
import { mailsTo } from '#tests/made/mails'
import { seenBy } from '#tests/made/seen_by'
import { invitedTo } from '#tests/made/invited'
import { PASSWORD, madeUser } from '#tests/made/user'

const newEmail = () => `p-${randomBytes(6).toString('hex')}@nordvik.example`
const inDialog = (page: Page) => page.getByRole('dialog')

test.group('Administering users', () => {
  for (const [name, screen] of [
    ['1440', DESK],
    ['390', PHONE],
  ] as const) {
    test(`somebody is added, invited by mail and given a group and an object, at ${name} pixels`, async (ctx) => {
      const { customer, administrator, idOf } = await madeAdministered()
      const email = newEmail()
      const page = await visitor(ctx, screen)
      await openAs(page, administrator.email, '/administration/users')
      await page.getByRole('button', { name: 'Lägg till användare' }).click()
      await inDialog(page).getByLabel('E-postadress').fill(email)
      await inDialog(page).getByLabel('Namn').fill('Eva Ek')
      await inDialog(page).getByRole('button', { name: 'Skicka inbjudan' }).click()
      await page.getByRole('heading', { level: 1, name: 'Eva Ek' }).waitFor()
      await page.getByText(/Inbjuden, har inte svarat än/).waitFor()
      await page.getByRole('checkbox', { name: /^Kundtjänst/ }).click()
      await page.getByRole('checkbox', { name: 'sälj' }).click()
      await page.getByText('Valda: grupper 1, enskilda objekt 1').waitFor()
      ctx.assert.isFalse(await overflows(page))
      await page.getByRole('button', { name: 'Spara' }).click()
      await page.getByText('Sparat.').waitFor()
      ctx.assert.lengthOf(await mailsTo(email), 1)
      const offer = await MembershipInvitation.findByOrFail({ customerId: customer.id, email })
      const support = await ObjectGroup.findByOrFail({
        customerId: customer.id,
        name: 'Kundtjänst',
      })
      ctx.assert.deepEqual(offer.assignment, {
        objects: [idOf('sälj')],
        groups: [support.id],
        points: [],
      })
      await page.getByRole('link', { name: 'Användare', exact: true }).first().click()
      const row = page.getByRole('row', { name: /Eva Ek/ })
      ctx.assert.match(await row.innerText(), /Inbjuden, har inte svarat än/)
      ctx.assert.isFalse(await overflows(page))
    })
  }

  test('another address is proposed by the administrator, and taken when the person has signed in and said yes', async (ctx) => {
    const { customer, administrator } = await madeAdministered()
    const user = await madeUser(customer, { name: 'Eva Ek' })
    const wanted = `ny-${user.email}`
    const page = await visitor(ctx, PHONE)
    await openAs(page, administrator.email, `/administration/users/${user.id}`)
    await page.getByRole('button', { name: 'Ändra e-postadress' }).click()
    await inDialog(page).getByLabel('Ny e-postadress').fill(wanted)
    await inDialog(page).getByRole('button', { name: 'Skicka länk' }).click()
    await page.getByText(`Ändras till ${wanted} när användaren har bekräftat.`).waitFor()
    ctx.assert.isFalse(await overflows(page))
    await page.getByRole('tab', { name: 'Egenskaper' }).click()
    await page.getByText('Europe/Stockholm · Kundens').waitFor()
    ctx.assert.isFalse(await overflows(page))
    const mails = await mailsTo(wanted)
    const path = /\/email-change\/[\w-]+/.exec(mails.at(-1) ?? '')?.[0] ?? ''
    // The mailbox alone is not the person, nor is the administrator.
    await page.goto(path)
    await page.getByText(`Du är inloggad som ${administrator.email}`).waitFor()
    ctx.assert.equal(await page.getByRole('button', { name: 'Ja, byt adressen' }).count(), 0)
    await page.context().clearCookies()
    await page.goto(path)
    await page.getByRole('link', { name: 'Logga in för att bekräfta' }).click()
    await signIn(page, user.email)
    await page.getByLabel('Ditt lösenord').fill(PASSWORD)
    await page.getByRole('button', { name: 'Ja, byt adressen' }).click()
    await page.getByText(`loggar du in med ${wanted}`).waitFor()
    await user.refresh()
    ctx.assert.equal(user.email, wanted)
  })

  test('the list is filtered by name and by address', async (ctx) => {
    const { customer, administrator } = await madeAdministered()
    const eva = await madeUser(customer, { name: 'Eva Ek' })
    const page = await visitor(ctx)
    await openAs(page, administrator.email, '/administration/users')
    const filter = page.getByLabel('Filtrera på namn eller e-post')
    await filter.fill('åsa')
    await page.getByText('1 av 2').waitFor()
    ctx.assert.equal(await page.getByRole('link', { name: 'Eva Ek' }).count(), 0)
    await filter.fill(eva.email)
    await page.getByRole('link', { name: 'Eva Ek' }).waitFor()
    await filter.fill('nobody of that name')
    await page.getByText('Inget passar filtret.').waitFor()
  })

  test('an invitation is sent again, and taken back', async (ctx) => {
    const { customer, administrator } = await madeAdministered()
    const email = newEmail()
    const { invitation } = await invitedTo(customer, { email, name: 'Nils Ny' })
    const page = await visitor(ctx)
    await openAs(page, administrator.email, `/administration/users/i${invitation.id}`)
    await page.getByRole('button', { name: 'Skicka igen' }).click()
    await page.getByText(`En ny inbjudan är skickad till ${email}`).waitFor()
    ctx.assert.lengthOf(await mailsTo(email), 2)
    await page.getByRole('button', { name: 'Ogiltigförklara' }).click()
    await page.getByText('Inbjudan gäller inte längre.').waitFor()
    await page.getByRole('button', { name: 'Skicka inbjudan' }).waitFor()
  })

  test('rights are changed: a name, everything for an hour, no call specification', async (ctx) => {
    const { customer, administrator } = await madeAdministered()
    const { id } = await madeUser(customer, { name: 'Eva Ek' })
    const page = await visitor(ctx)
    await openAs(page, administrator.email, `/administration/users/${id}`)
    await page.getByLabel('Namn').fill('Eva Alm')
    await page.getByRole('button', { name: '1 timme' }).click()
    await page.getByRole('switch', { name: 'Inaktivera samtalsspecifikation' }).click()
    await page.getByRole('switch', { name: 'Får ändra kundanvändares rättigheter' }).click()
    await page.getByRole('button', { name: 'Spara' }).click()
    await page.getByText('Sparat.').waitFor()
    await page.getByRole('heading', { level: 1, name: 'Eva Alm' }).waitFor()
    const reader = await readerFor(id, customer.id)
    ctx.assert.isNull(reader.objectIds)
    ctx.assert.isFalse(reader.callSpecification)
    ctx.assert.deepEqual([...(reader.rights ?? [])], ['customerUsers.manage'])
    await page.reload()
    await page.getByText(/^Ser allt till/).waitFor()
    await page.getByRole('button', { name: 'Avsluta' }).click()
    await page.getByRole('button', { name: 'Spara' }).click()
    await page.getByText('Sparat.').waitFor()
    const after = await readerFor(id, customer.id)
    ctx.assert.isNotNull(after.objectIds)
  })

  test('who is locked cannot sign in, and can when unlocked', async (ctx) => {
    const { customer, administrator } = await madeAdministered()
    const eva = await madeUser(customer, { name: 'Eva Ek' })
    const page = await visitor(ctx)
    await openAs(page, administrator.email, `/administration/users/${eva.id}`)
    await page.getByRole('button', { name: 'Lås' }).click()
    await inDialog(page).getByRole('button', { name: 'Lås' }).click()
    await page.getByText('Låst av en administratör: kan inte logga in.').waitFor()
    const theirs = await visitor(ctx)
    await theirs.goto('/')
    await givePassword(theirs, eva.email)
    await theirs.getByRole('alert').waitFor()
    await page.getByRole('button', { name: 'Lås upp' }).click()
    await page.getByRole('button', { name: 'Lås', exact: true }).waitFor()
    await givePassword(theirs, eva.email)
    await theirs.getByRole('heading', { name: 'Ytterligare verifikation krävs' }).waitFor()
  })

  test('who is deleted is gone from the list; nobody can delete themselves', async (ctx) => {
    const { customer, administrator } = await madeAdministered()
    const eva = await madeUser(customer, { name: 'Eva Ek' })
    const page = await visitor(ctx)
    await openAs(page, administrator.email, `/administration/users/${administrator.id}`)
    await page.getByRole('heading', { level: 1, name: 'Åsa Admin' }).waitFor()
    ctx.assert.equal(await page.getByRole('button', { name: 'Ta bort' }).count(), 0)
    await page.goto(`/administration/users/${eva.id}`)
    await page.getByRole('button', { name: 'Ta bort' }).click()
    await inDialog(page)
      .getByText(/Det går inte att ångra/)
      .waitFor()
    await inDialog(page).getByRole('button', { name: 'Ta bort' }).click()
    await page.getByText('1 av 1').waitFor()
    ctx.assert.equal(await page.getByRole('link', { name: 'Eva Ek' }).count(), 0)
  })

  test('a ticket’s secret is shown once; a new one ends the old, and a revoked ticket opens nothing', async (ctx) => {
    const { customer, administrator } = await madeAdministered()
    const robot = await madeUser(customer, { name: 'Roboten', seesEverything: true })
    const page = await visitor(ctx)
    await openAs(page, administrator.email, `/administration/users/${robot.id}?tab=tickets`)
    await page.getByRole('button', { name: 'Ny biljett' }).click()
    await inDialog(page).getByLabel('Namn').fill('Lönesystemet')
    await inDialog(page).getByRole('button', { name: 'Skapa biljetten' }).click()
    const headers = async () => ({
      'Api-Token': await page.getByLabel('Nyckel', { exact: true }).inputValue(),
      'Api-Secret': await page.getByLabel('Hemlighet', { exact: true }).inputValue(),
    })
    const first = await headers()
    const answer = await seenBy(first)
    ctx.assert.equal(answer.body.userId, robot.id)
    await page.reload()
    await page.getByText(first['Api-Token']).waitFor()
    ctx.assert.notInclude(await page.content(), first['Api-Secret'])
    await page.getByRole('button', { name: 'Ny hemlighet för Lönesystemet' }).click()
    await inDialog(page).getByRole('button', { name: 'Ny hemlighet' }).click()
    await page.getByText('Hemligheten för Lönesystemet').waitFor()
    const second = await headers()
    const [old, fresh] = [await seenBy(first), await seenBy(second)]
    ctx.assert.deepEqual([old.status, fresh.status], [401, 200])
    await page.getByRole('button', { name: 'Återkalla Lönesystemet' }).click()
    await inDialog(page).getByRole('button', { name: 'Återkalla' }).click()
    await page.getByText('Inga biljetter').waitFor()
    const revoked = await seenBy(second)
    ctx.assert.equal(revoked.status, 401)
  })

  test('the keyboard alone opens a user, changes them and saves', async (ctx) => {
    const { customer, administrator } = await madeAdministered()
    const eva = await madeUser(customer, { name: 'Eva Ek' })
    const page = await visitor(ctx)
    await openAs(page, administrator.email, '/administration/users')
    await page.getByLabel('Filtrera på namn eller e-post').focus()
    await page.keyboard.type('Eva')
    await page.getByText('1 av 2').waitFor()
    // Past the headings, which order the list.
    const focused = () => page.evaluate<string>('document.activeElement?.textContent?.trim()')
    for (let stops = 0; stops < 8 && (await focused()) !== 'Eva Ek'; stops++) {
      await page.keyboard.press('Tab')
    }
    await page.keyboard.press('Enter')
    await page.getByRole('tab', { name: 'Inställningar' }).focus()
    await page.keyboard.press('Tab')
    await page.keyboard.press('Tab')
    await page.keyboard.press('ControlOrMeta+A')
    await page.keyboard.type('Eva Alm')
    await page.keyboard.press('Enter')
    await page.getByText('Sparat.').waitFor()
    await page.getByRole('heading', { level: 1, name: 'Eva Alm' }).waitFor()
    await eva.refresh()
    ctx.assert.equal(eva.name, 'Eva Ek')
  })
})

test.group('Who may open the administration', () => {
  test('a user without rights has no such menu, and finds no page at its addresses', async (ctx) => {
    const { customer } = await madeAdministered()
    const user = await madeUser(customer, { seesEverything: true })
    const page = await visitor(ctx)
    await openAs(page, user.email, '/administration/users')
    await page.getByRole('heading', { name: 'Sidan finns inte' }).waitFor()
    ctx.assert.equal(await page.getByRole('region', { name: 'Administration' }).count(), 0)
  })

  test('who may change customer users’ rights has them alone, and gives what they see themselves', async (ctx) => {
    const { customer, administrator } = await madeAdministered()
    const manager = await madeUser(customer, { name: 'Mia Mellan', objects: ['sälj'] })
    const setUp = await visitor(ctx)
    await openAs(setUp, administrator.email, `/administration/users/${manager.id}`)
    await setUp.getByRole('switch', { name: 'Får ändra kundanvändares rättigheter' }).click()
    await setUp.getByRole('button', { name: 'Spara' }).click()
    await setUp.getByText('Sparat.').waitFor()

    const page = await visitor(ctx)
    await openAs(page, manager.email, '/')
    const menu = page.getByRole('region', { name: 'Administration' })
    await menu.getByRole('link', { name: 'Kundanvändare' }).click()
    ctx.assert.equal(await menu.getByRole('link').count(), 1)
    await page.getByRole('button', { name: 'Bjud in kundanvändare' }).first().click()
    const email = newEmail()
    await inDialog(page).getByLabel('E-postadress').fill(email)
    await inDialog(page).getByLabel('Namn').fill('Otto Ute')
    await inDialog(page).getByRole('button', { name: 'Skicka inbjudan' }).click()
    await page.getByRole('heading', { level: 1, name: 'Otto Ute' }).waitFor()
    await page.getByRole('checkbox', { name: 'sälj' }).click()
    ctx.assert.equal(await page.getByRole('checkbox', { name: 'support' }).count(), 0)
    ctx.assert.equal(await page.getByRole('checkbox', { name: /Kundtjänst/ }).count(), 0)
    await page.getByRole('button', { name: 'Spara' }).click()
    await page.getByText('Sparat.').waitFor()
    ctx.assert.lengthOf(await mailsTo(email), 1)
    ctx.assert.equal(await page.getByRole('tab', { name: 'API-biljetter' }).count(), 0)
  })
})
