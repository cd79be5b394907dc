import { readFile } from 'node:fs/promises'
import { test } from '@japa/runner'
import { barriers } from '#tests/browser/made/accessibility'
import { madeAdministered } from '#tests/browser/made/administered'
import { DESK, PHONE, openAs, overflows, visitor } from '#tests/browser/made/visitor'
import { record } from '#core/audit/actions/record'
import { MONDAY, collectedLog } from '#tests/made/queue_log'
import { madeUser } from '#tests/made/user'

test.group('The audit log', () => {
  test('it is read a page at a time, filtered by action, person and words, and taken away', async (ctx) => {
    const { customer, administrator } = await madeAdministered()
    for (let n = 1; n <= 130; n++) {
      await record({
        customerId: customer.id,
        actorId: administrator.id,
        action: n % 2 ? 'object.changed' : 'group.changed',
        subject: `kö ${n}`,
      })
    }
    const page = await visitor(ctx)
    await openAs(page, administrator.email, '/administration/audit')
    const rows = page.locator('tbody tr')
    await rows.nth(99).waitFor()
    await page.getByRole('cell', { name: 'genom: e-post' }).waitFor()
    ctx.assert.equal(await rows.count(), 100)
    await page.getByRole('button', { name: 'Visa fler' }).click()
    await page.getByRole('cell', { name: 'kö 1', exact: true }).waitFor()
    await page.getByLabel('Ord').fill('kö 128')
    await page.keyboard.press('Enter')
    await page.getByRole('cell', { name: 'kö 127' }).waitFor({ state: 'detached' })
    ctx.assert.equal(await rows.count(), 1)
    const [file] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('button', { name: 'Spara som CSV' }).click(),
    ])
    ctx.assert.equal(file.suggestedFilename(), `audit-${customer.slug}.csv`)
    const lines = await readFile(await file.path(), 'utf8')
    ctx.assert.include(lines, 'kö 128')
    ctx.assert.notInclude(lines, 'kö 127')
    await page.getByRole('button', { name: 'Töm filter' }).click()
    await page.getByRole('rowheader', { name: 'Granskningslogg exporterad' }).waitFor()
    await page.getByLabel('Person').fill('nobody@nowhere.example')
    await page.keyboard.press('Enter')
    await page.getByText('Inget hittades').waitFor()
  })
})

test.group('Collecting, as the administrator sees it', () => {
  test('points tell how it goes, and a broken record why it was not understood', async (ctx) => {
    const { customer, administrator } = await madeAdministered()
    await collectedLog(customer, [...MONDAY, 'a broken line'])
    const page = await visitor(ctx, PHONE)
    await openAs(page, administrator.email, '/administration/collection')
    await page.getByText('a broken line').waitFor()
    await page.getByText(/has at least five fields/).waitFor()
    await page.getByRole('button', { name: /^Samla in igen: queue_log/ }).click()
    await page.getByText('Fortfarande trasiga: 1').waitFor()
    ctx.assert.isFalse(await overflows(page))
  })
})

test.group('Every page of the administration', () => {
  for (const [name, screen] of [
    ['1440', DESK],
    ['390', PHONE],
  ] as const) {
    test(`has no barrier, and need not be pushed sideways, at ${name} pixels`, async (ctx) => {
      const { customer, administrator, group } = await madeAdministered()
      await collectedLog(customer, [...MONDAY, 'a broken line'])
      const { id } = await madeUser(customer, { name: 'Eva Ek' })
      const page = await visitor(ctx, screen)
      await openAs(page, administrator.email, '/administration/users')
      for (const [path, sign] of [
        ['users', 'Eva Ek'],
        [`users/${id}`, 'Inaktivera samtalsspecifikation'],
        [`users/${id}?tab=objects`, 'Alla utan grupp'],
        [`users/${id}?tab=tickets`, 'Inga biljetter'],
        [`users/${administrator.id}?tab=activity`, 'Loggade in'],
        ['customer-users', 'Inga kundanvändare än'],
        ['objects', 'natt'],
        ['groups', 'Kundtjänst'],
        [`groups/${group.id}`, 'support'],
        ['collection', 'a broken line'],
        ['audit', 'Loggade in'],
      ] as const) {
        await page.goto(`/administration/${path}`)
        await page.getByText(sign).first().waitFor()
        ctx.assert.isFalse(await overflows(page), path)
        ctx.assert.deepEqual(await barriers(page), [], path)
      }
    })
  }
})
