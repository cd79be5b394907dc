import { test } from '@japa/runner'
import { DateTime } from 'luxon'
import { assignObjects } from '#core/measurement_objects/actions/assign_objects'
import MeasurementObject from '#core/measurement_objects/models/measurement_object'
import Membership from '#core/users/models/membership'
import answeringService from '#plugins/sources/answering_service/index'
import { DESK, PHONE, openAs, overflows, visitor } from '#tests/browser/made/visitor'
import { collectedSource } from '#tests/made/collected_source'
import { madeUser } from '#tests/made/user'

const header = 'recordType;recordId;revision;service;serviceName;at;errand;category;subject;person'

/** A customer with one errand at one service, whose outsider sees that service. */
async function madeAnswered() {
  const now = DateTime.utc()
  const { customer, collect } = await collectedSource(answeringService, now.toISODate())
  const at = now.minus({ hours: 3 }).toISO()
  await collect(
    [header, `errand;;0;+4684650;Huvudnummer;${at};E1;Hiss;Hissen står;`, ''].join('\n'),
    'errands.csv'
  )
  const service = await MeasurementObject.findByOrFail({
    customerId: customer.id,
    objectType: 'service',
  })
  const administrator = await madeUser(customer, {
    administrator: true,
    name: 'Åsa Admin',
    language: 'sv',
  })
  const outsider = await madeUser(customer, {
    customerUser: true,
    name: 'Olle Ek',
    language: 'sv',
  })
  const membership = await Membership.findByOrFail({ userId: outsider.id, customerId: customer.id })
  await membership.merge({ callSpecification: false }).save()
  await assignObjects({
    customerId: customer.id,
    membershipId: membership.id,
    objectIds: [service.id],
  })
  return { administrator, outsider }
}

test.group('Errands in the browser', () => {
  test('a customer user who was given the rights reports a fault, and is answered', async (ctx) => {
    const { administrator, outsider } = await madeAnswered()
    const staff = await visitor(ctx, DESK)
    await openAs(staff, administrator.email, `/administration/customer-users/${outsider.id}`)
    for (const right of ['Kan göra felanmälningar', 'Kan skriva kommentarer', 'Kan se dokument']) {
      await staff.getByRole('switch', { name: right }).click()
    }
    await staff.getByRole('switch', { name: 'Kan lägga till dokument' }).click()
    await staff.getByRole('button', { name: 'Spara' }).first().click()
    await staff.getByText('Sparat.').first().waitFor()

    const page = await visitor(ctx, PHONE)
    await openAs(page, outsider.email, '/errands')
    await page.getByRole('link', { name: /Hissen står/ }).waitFor()
    ctx.assert.isFalse(await overflows(page))
    await page.getByRole('button', { name: 'Gör felanmälan' }).click()
    await page.getByLabel('Vad har hänt?').fill('Dörren <b>gnisslar</b>')
    await page.getByRole('button', { name: 'Skicka anmälan' }).click()
    await page.getByRole('heading', { level: 1, name: 'Dörren <b>gnisslar</b>' }).waitFor()
    await page
      .getByLabel('Lägg till dokument')
      .last()
      .setInputFiles({
        name: 'ritning.pdf',
        mimeType: 'application/pdf',
        buffer: Buffer.from('%PDF-1.4 a drawing'),
      })
    await page.getByRole('button', { name: 'ritning.pdf' }).waitFor()
    ctx.assert.isFalse(await overflows(page))

    await staff.goto(new URL('/errands', staff.url()).href)
    const mark = staff.getByLabel('1 ärende är inte hanterat')
    await mark.waitFor()
    await staff.getByRole('link', { name: /gnisslar/ }).click()
    await staff.getByLabel('Skriv en kommentar').fill('Vi kommer på fredag.')
    await staff.getByRole('button', { name: 'Skicka kommentar' }).click()
    await staff.getByText('Vi kommer på fredag.').waitFor()
    await mark.waitFor({ state: 'detached' })
    await staff.getByRole('button', { name: 'Avsluta ärendet' }).click()
    await staff.getByText('Avslutat', { exact: true }).first().waitFor()
    ctx.assert.isFalse(await overflows(staff))

    await page.reload()
    await page.getByText('Vi kommer på fredag.').waitFor()
    ctx.assert.equal(await page.getByRole('button', { name: 'Avsluta ärendet' }).count(), 0)
  })
})
