import { test } from '@japa/runner'
import type { Page } from 'playwright'
import { createGroup } from '#core/measurement_objects/actions/create_group'
import MeasurementObject from '#core/measurement_objects/models/measurement_object'
import ObjectAlias from '#core/measurement_objects/models/object_alias'
import { listGroups } from '#core/measurement_objects/queries/list_groups'
import { madeAdministered } from '#tests/browser/made/administered'
import { DESK, PHONE, openAs, overflows, visitor } from '#tests/browser/made/visitor'
import { collectedLog } from '#tests/made/queue_log'
import { madeUser } from '#tests/made/user'

const inDialog = (page: Page) => page.getByRole('dialog')
const screens = [
  ['1440', DESK],
  ['390', PHONE],
] as const

test.group('Administering measurement objects', () => {
  for (const [name, screen] of screens) {
    test(`one is entered by hand, renamed, given another identifier and removed, at ${name} pixels`, async (ctx) => {
      const { customer, administrator } = await madeAdministered()
      const page = await visitor(ctx, screen)
      await openAs(page, administrator.email, '/administration/objects')
      await page.getByRole('button', { name: 'Lägg till mätobjekt' }).click()
      await inDialog(page).getByLabel('Kö i loggen').fill('kväll')
      await inDialog(page).getByLabel('Namn').fill('Kvällen')
      await inDialog(page).getByRole('button', { name: 'Lägg till ny' }).click()
      await page.getByRole('button', { name: 'Hantera Kvällen' }).click()
      await inDialog(page).getByLabel('Annan identitet').fill('evening')
      await inDialog(page).getByRole('button', { name: 'Lägg till identiteten' }).click()
      await inDialog(page).getByText('evening').waitFor()
      await inDialog(page).getByLabel('Namn').fill('Kvällskön')
      await inDialog(page).getByLabel('Identitet', { exact: true }).fill('kvällen')
      await inDialog(page).getByRole('switch', { name: 'Aktiverat' }).click()
      await inDialog(page).getByLabel('I grupperna').click()
      await page.getByRole('option', { name: 'Kundtjänst' }).click()
      await page.keyboard.press('Escape')
      await inDialog(page).getByRole('button', { name: 'Spara' }).click()
      await page.getByRole('button', { name: 'Hantera Kvällskön' }).waitFor()
      await page
        .getByRole('row', { name: /Kvällskön/ })
        .getByText('Inaktiverat')
        .waitFor()
      ctx.assert.isFalse(await overflows(page))
      const object = await MeasurementObject.findByOrFail({
        customerId: customer.id,
        identifier: 'kvällen',
      })
      const aliases = await ObjectAlias.query().where('objectId', object.id)
      ctx.assert.deepEqual(
        aliases.map(({ identifier }) => identifier),
        ['evening']
      )
      await page.getByRole('button', { name: 'Hantera Kvällskön' }).click()
      await inDialog(page).getByRole('button', { name: 'Ta bort objektet' }).click()
      await inDialog(page)
        .getByText(/inlagt för hand och tas bort helt/)
        .waitFor()
      await inDialog(page).getByRole('button', { name: 'Ta bort objektet' }).click()
      await page.getByText('3 av 3').waitFor()
      ctx.assert.isNull(await MeasurementObject.find(object.id))
    })
  }

  test('what the platform’s directory names keeps its name; the description is changed', async (ctx) => {
    const { administrator, idOf } = await madeAdministered()
    const page = await visitor(ctx)
    await openAs(page, administrator.email, '/administration/objects')
    await page.getByRole('button', { name: 'Hantera sälj' }).click()
    ctx.assert.isTrue(await inDialog(page).getByLabel('Namn').isDisabled())
    await inDialog(page).getByLabel('Beskrivning').fill('Butiken i Umeå')
    await inDialog(page).getByRole('button', { name: 'Spara' }).click()
    await page.getByRole('cell', { name: 'Butiken i Umeå' }).waitFor()
    const object = await MeasurementObject.findOrFail(idOf('sälj'))
    ctx.assert.equal(object.description, 'Butiken i Umeå')
  })

  test('they are shown one kind at a time, filtered, and those without a group alone', async (ctx) => {
    const { customer, administrator } = await madeAdministered()
    await collectedLog(customer)
    const page = await visitor(ctx)
    await openAs(page, administrator.email, '/administration/objects')
    await page.getByRole('button', { name: /^Agenter 3/ }).click()
    await page.getByRole('row', { name: /SIP\/8001/ }).waitFor()
    await page.getByRole('button', { name: /^Köer/ }).click()
    await page.getByLabel('Filtrera på namn, identitet eller grupp').fill('kundtjänst')
    await page.getByText('1 av 5').waitFor()
    await page.getByRole('switch', { name: 'Bara utan grupp' }).click()
    await page.getByText('0 av 4').waitFor()
  })
})

test.group('Administering groups', () => {
  for (const [name, screen] of screens) {
    test(`one is made, filled with objects that there are, and one of them moved on, at ${name} pixels`, async (ctx) => {
      const { customer, administrator } = await madeAdministered()
      const page = await visitor(ctx, screen)
      await openAs(page, administrator.email, '/administration/groups')
      await page.getByRole('button', { name: 'Lägg till grupp' }).click()
      await inDialog(page).getByLabel('Namn').fill('Växjö')
      await inDialog(page).getByRole('button', { name: 'Spara' }).click()
      await page.getByText('Gruppen är tom').waitFor()
      await page.getByRole('button', { name: 'Importera befintliga' }).click()
      await inDialog(page).getByRole('checkbox', { name: 'Markera alla' }).click()
      await inDialog(page).getByRole('button', { name: 'Importera 3 objekt' }).click()
      await page.getByText('0 av 3 valda').waitFor()
      await page.getByRole('checkbox', { name: /^natt/ }).click()
      await page.getByRole('button', { name: 'Flytta till annan grupp' }).click()
      await inDialog(page).getByRole('button', { name: 'Flytta', exact: true }).click()
      await page.getByText('0 av 2 valda').waitFor()
      await page.getByRole('checkbox', { name: /^sälj/ }).click()
      await page.getByRole('button', { name: 'Ta ut ur gruppen' }).click()
      await page.getByText('0 av 1 valda').waitFor()
      ctx.assert.isFalse(await overflows(page))
      const { rows: groups } = await listGroups(customer.id)
      ctx.assert.deepEqual(
        groups.map((group) => [group.name, group.objects]),
        [
          ['Kundtjänst', 2],
          ['Växjö', 1],
        ]
      )
    })
  }

  test('before it is deleted it says what goes; its objects stay unless they are asked to go', async (ctx) => {
    const { customer, administrator, idOf } = await madeAdministered()
    const eva = await madeUser(customer, { groups: ['Kundtjänst'] })
    const page = await visitor(ctx)
    await openAs(page, administrator.email, '/administration/groups')
    await page.getByRole('button', { name: 'Ta bort Kundtjänst' }).click()
    await inDialog(page).getByText('1 objekt finns i gruppen.').waitFor()
    await inDialog(page).getByText(eva.email).waitFor()
    await inDialog(page).getByRole('checkbox', { name: 'Ta även bort objekten i den' }).click()
    await inDialog(page)
      .getByText(/kommer tillbaka när den läses nästa gång/)
      .waitFor()
    await inDialog(page).getByRole('checkbox', { name: 'Ta även bort objekten i den' }).click()
    await inDialog(page).getByRole('button', { name: 'Ta bort gruppen' }).click()
    await page.getByText('Inga grupper än').waitFor()
    const object = await MeasurementObject.findOrFail(idOf('support'))
    ctx.assert.isNull(object.removedAt)
  })

  test('an object is added inside one, another is opened from a list, and several are deleted', async (ctx) => {
    const { customer, administrator, group } = await madeAdministered()
    await createGroup({ customerId: customer.id, name: 'Natt', objectIds: [] })
    const page = await visitor(ctx)
    await openAs(page, administrator.email, `/administration/groups/${group.id}`)
    await page.getByRole('button', { name: 'Lägg till objekt' }).click()
    await inDialog(page).getByLabel('Kö i loggen').fill('helgkön')
    await inDialog(page).getByRole('button', { name: 'Lägg till ny' }).click()
    await page.getByRole('checkbox', { name: /helgkön/ }).waitFor()
    await page.getByLabel('Grupp', { exact: true }).click()
    await page.getByRole('option', { name: 'Natt' }).click()
    await page.getByRole('heading', { level: 1, name: 'Natt' }).waitFor()
    await page.getByText('Gruppen är tom').waitFor()
    await page.getByRole('main').getByRole('link', { name: 'Grupper' }).click()
    await page.getByRole('checkbox', { name: 'Markera alla' }).click()
    await page.getByRole('button', { name: 'Ta bort markerade grupper' }).click()
    await inDialog(page).getByText('Ta bort 2 grupper?').waitFor()
    await inDialog(page).getByRole('button', { name: 'Ta bort markerade grupper' }).click()
    await page.getByText('Inga grupper').first().waitFor()
    const { rows: left } = await listGroups(customer.id)
    ctx.assert.deepEqual(left, [])
  })

  test('a name that is taken is refused in words', async (ctx) => {
    const { administrator } = await madeAdministered()
    const page = await visitor(ctx)
    await openAs(page, administrator.email, '/administration/groups')
    await page.getByRole('button', { name: 'Lägg till grupp' }).click()
    await inDialog(page).getByLabel('Namn').fill('Kundtjänst')
    await inDialog(page).getByRole('button', { name: 'Spara' }).click()
    await inDialog(page).getByText('Det finns redan en grupp med det namnet.').waitFor()
    ctx.assert.equal(new URL(page.url()).pathname, '/administration/groups')
  })
})
