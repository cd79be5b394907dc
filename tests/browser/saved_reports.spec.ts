import { test } from '@japa/runner'
import type { Page } from 'playwright'
import { createGroup } from '#core/measurement_objects/actions/create_group'
import MeasurementObject from '#core/measurement_objects/models/measurement_object'
import SavedReport from '#core/saved_reports/models/saved_report'
import Schedule from '#core/saved_reports/models/schedule'
import { barriers } from '#tests/browser/made/accessibility'
import { madeMonday } from '#tests/browser/made/report'
import { DESK, PHONE, openAs, overflows, visitor } from '#tests/browser/made/visitor'
import { madeSavedReport } from '#tests/made/saved_report'
import { madeUser } from '#tests/made/user'

const MONDAY =
  '/reports/advanced?report=asterisk.queue&columns=incoming,answered&from=2026-01-05&to=2026-01-05' +
  '&fromTime=08:00&toTime=10:00&interval=timeOfDay&objects=all'
const dialog = (page: Page) => page.getByRole('dialog')
const choose = async (page: Page, label: string, option: string) => {
  await page.getByLabel(label, { exact: true }).click()
  await page.getByRole('option', { name: option, exact: true }).click()
}

test.group('Saved reports on the page', () => {
  for (const [name, screen] of [
    ['1440', DESK],
    ['390', PHONE],
  ] as const) {
    test(`a report on the screen is saved, changed, given another schedule and opened again, at ${name} pixels`, async (ctx) => {
      const { assert } = ctx
      const { user } = await madeMonday()
      const page = await visitor(ctx, screen)
      await openAs(page, user.email, MONDAY)
      await page.locator('.report-table tbody tr').first().waitFor()
      await page.getByRole('tab', { name: 'Spara rapport' }).click()
      await page.getByLabel('Namn (beskrivning)').fill('Fredagsrapporten')
      await page.getByText('De fem närmaste utskicken').waitFor()
      await page.locator('dl dt').nth(4).waitFor()
      assert.deepEqual(await barriers(page), [])
      assert.isFalse(await overflows(page))
      await page.getByRole('button', { name: 'Spara', exact: true }).click()
      await page.getByRole('heading', { name: 'Fredagsrapporten' }).waitFor()

      const saved = await SavedReport.findByOrFail({ ownerId: user.id })
      assert.deepEqual(saved.recipients, [user.email])
      assert.containSubset(saved.query, {
        report: 'asterisk.queue',
        period: { fromTime: '08:00', toTime: '10:00' },
        columns: ['incoming', 'answered'],
      })

      await page.getByLabel('Namn (beskrivning)').fill('Måndagsrapporten')
      assert.deepEqual(await barriers(page), [])
      await page.getByRole('tab', { name: 'Kolumner' }).click()
      await page.getByRole('button', { name: 'Markera alla', exact: true }).click()
      await page.getByRole('button', { name: 'Spara', exact: true }).click()
      await page.getByRole('heading', { name: 'Måndagsrapporten' }).waitFor()
      await saved.refresh()
      assert.isAbove(saved.query.columns?.length ?? 0, 2)
      assert.isFalse(await overflows(page))

      await page.getByRole('tab', { name: 'Scheman' }).click()
      await page.getByRole('button', { name: 'Lägg till schema' }).click()
      await choose(page, 'När ska den skickas?', 'Sista dagen varje månad')
      await choose(page, 'Om dagen är helgdag eller veckoslut', 'Skicka arbetsdagen före')
      await choose(page, 'Vad ska den innehålla?', 'Senaste antal månader …')
      await dialog(page).getByLabel('Antal månader').fill('3')
      await dialog(page).locator('dl dt').nth(4).waitFor()
      assert.deepEqual(await barriers(page), [])
      await dialog(page).getByRole('button', { name: 'Lägg till schema' }).click()
      await page.getByText('Senaste 3 månaderna').waitFor()
      const schedules = await Schedule.query().where('savedReportId', saved.id).orderBy('id')
      assert.containSubset(schedules[1].$attributes, {
        send: 'lastDayOfMonth',
        closedDays: 'previousWorkingDay',
        period: 'lastMonths',
        periodCount: 3,
      })
      assert.isFalse(await overflows(page))

      await page.goto('/reports/saved')
      await page.getByRole('button', { name: 'Visa mer om Måndagsrapporten' }).click()
      await page.getByText(user.email).first().waitFor()
      assert.deepEqual(await barriers(page), [])
      assert.isFalse(await overflows(page))
      await page.getByRole('button', { name: 'Exekvera Måndagsrapporten' }).click()
      await dialog(page).getByRole('button', { name: 'Exekvera' }).click()
      await page.waitForURL(/\/reports\/advanced\?.*fromTime=08(:|%3A)00/)
    })
  }

  test('an administrator sees everybody’s, finds one by its recipient, and gives it another owner', async (ctx) => {
    const { customer, user } = await madeMonday()
    const administrator = await madeUser(customer, { administrator: true, name: 'Åsa Admin' })
    const { saved } = await madeSavedReport(customer, user, {
      recipients: ['chefen@nordvik.example'],
    })
    await madeSavedReport(customer, user, { name: 'Månadsrapporten' })
    const page = await visitor(ctx)
    await openAs(page, administrator.email, '/reports/saved')
    await page.getByText('Inga sparade rapporter än').waitFor()
    await page.getByLabel('Visa sparade rapporter för alla användare').click()
    await page.getByText('2 av 2').waitFor()
    await page.getByPlaceholder(/Filtrera på namn/).fill('chefen')
    await page.getByText('1 av 2').waitFor()
    await page.getByRole('link', { name: 'Fredagsrapporten' }).click()
    await page.getByRole('tab', { name: 'Avancerat' }).click()
    await page.getByLabel('Ny ägare').click()
    await page.getByRole('option', { name: /Åsa Admin/ }).click()
    await page.getByRole('button', { name: 'Byt ägare' }).click()
    await page.getByText(`Åsa Admin (${administrator.email})`).first().waitFor()
    ctx.assert.deepEqual(await barriers(page), [])
    await saved.refresh()
    ctx.assert.equal(saved.ownerId, administrator.id)
  })

  test('one is made from a template for each group that it fits', async (ctx) => {
    const { customer } = await madeMonday()
    const administrator = await madeUser(customer, { administrator: true })
    await madeSavedReport(customer, administrator, { name: 'Veckan' })
    const queue = await MeasurementObject.findByOrFail({
      customerId: customer.id,
      objectType: 'queue',
    })
    await createGroup({ customerId: customer.id, name: 'Kundtjänst', objectIds: [queue.id] })
    await createGroup({ customerId: customer.id, name: 'Tom grupp' })
    const page = await visitor(ctx)
    await openAs(page, administrator.email, '/administration/groups')
    await page.getByRole('button', { name: 'Skapa sparade rapporter från mall' }).click()
    await dialog(page).getByRole('combobox', { name: 'Mall' }).getByText('Veckan').waitFor()
    await dialog(page).getByRole('button', { name: 'Skapa', exact: true }).click()
    await dialog(page).getByText('1 sparad rapport är skapad').waitFor()
    await dialog(page).getByText('Tom grupp: har inga mätobjekt av rapportens slag').waitFor()
    // What is under the pointer is paler.
    await page.mouse.move(0, 0)
    ctx.assert.deepEqual(await barriers(page), [])
    await dialog(page).getByRole('link', { name: 'Veckan – Kundtjänst' }).click()
    await page.getByRole('heading', { name: 'Veckan – Kundtjänst' }).waitFor()
  })
})
