import { test } from '@japa/runner'
import { DESK, PHONE, openAs, visitor } from '#tests/browser/made/visitor'
import { tooWide } from '#tests/browser/made/too_wide'
import { madeOperator } from '#tests/made/operator'
import { colleague, madeNoting } from '#tests/modules/modules'

test.group('Modules in the browser', () => {
  test('its page is opened from the menu, shows what is noted, and takes another note', async (ctx) => {
    const { administrator, ask, object } = await madeNoting(ctx.client)
    await ask('POST', '/api/notes/v1/notes', { object: object.id, text: 'Stängd kl. 12' })
    const page = await visitor(ctx, DESK)
    await openAs(page, administrator.email, '/')
    const menu = page.getByRole('navigation', { name: 'Huvudmeny' })
    await menu.getByRole('link', { name: 'Anteckningar', exact: true }).click()
    await page.getByRole('heading', { level: 1, name: 'Anteckningar' }).waitFor()
    await page.getByText('Stängd kl. 12').waitFor()
    ctx.assert.equal(await page.title(), 'Anteckningar · Telestat')
    await page.getByLabel('Objekt', { exact: true }).click()
    await page.getByRole('option', { name: 'support' }).click()
    await page.getByLabel('Anteckning', { exact: true }).fill('Öppen igen <b>nu</b>')
    await page.getByRole('checkbox', { name: 'Viktig' }).click()
    await page.getByRole('button', { name: 'Lägg till anteckning' }).click()
    await page.getByText('Öppen igen <b>nu</b>').waitFor()
    ctx.assert.deepEqual(await tooWide(page), [])

    const phone = await visitor(ctx, PHONE)
    await openAs(phone, administrator.email, '/notes')
    await phone.getByText('Öppen igen <b>nu</b>').waitFor()
    ctx.assert.deepEqual(await tooWide(phone), [])
  })

  test('an administrator gives a right of it, and who lacks the right has no form', async (ctx) => {
    const { administrator, customer, ask, object } = await madeNoting(ctx.client)
    await ask('POST', '/api/notes/v1/notes', { object: object.id, text: 'Stängd kl. 12' })
    const { user } = await colleague(ctx.client, customer)
    const page = await visitor(ctx, DESK)
    await openAs(page, user.email, '/notes')
    await page.getByText('Stängd kl. 12').waitFor()
    ctx.assert.equal(await page.getByRole('button', { name: 'Lägg till anteckning' }).count(), 0)

    const staff = await visitor(ctx, DESK)
    await openAs(staff, administrator.email, `/administration/users/${user.id}`)
    await staff.getByRole('switch', { name: 'Kan skriva anteckningar om mätobjekt' }).click()
    await staff.getByRole('button', { name: 'Spara' }).first().click()
    await staff.getByText('Sparat.').first().waitFor()
    await page.reload()
    await page.getByRole('button', { name: 'Lägg till anteckning' }).waitFor()
  })

  test('an operator switches it off, and its entry and page are gone', async (ctx) => {
    const { administrator, customer } = await madeNoting(ctx.client)
    const operator = await madeOperator()
    const console = await visitor(ctx, DESK)
    await openAs(console, operator.email, `/operator/customers/${customer.id}?tab=plugins`)
    await console.getByRole('heading', { name: 'Moduler' }).waitFor()
    await console.getByRole('switch', { name: 'Aktiverad: Notes' }).click()
    await console.getByRole('switch', { name: 'Aktiverad: Notes', checked: false }).waitFor()
    const page = await visitor(ctx, DESK)
    await openAs(page, administrator.email, '/notes')
    await page.getByRole('heading', { name: 'Sidan finns inte' }).waitFor()
    ctx.assert.equal(await page.getByRole('link', { name: 'Anteckningar', exact: true }).count(), 0)
  })
})
