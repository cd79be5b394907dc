import { test } from '@japa/runner'
import { MONDAY_REPORT, openChoice, readTable } from '#tests/browser/made/report'
import { openAs, visitor } from '#tests/browser/made/visitor'
import { madeCustomer } from '#tests/made/customer'
import { collectedLog } from '#tests/made/queue_log'
import { madeUser } from '#tests/made/user'

test.group('What a limited user is shown', () => {
  test('they choose among their own queues only, and “all” is all of those', async (ctx) => {
    const customer = await madeCustomer({ plugins: ['asterisk'] })
    await collectedLog(customer)
    const user = await madeUser(customer, { objects: ['sälj'] })
    const page = await visitor(ctx)
    await openAs(page, user.email, '/reports/basic?report=asterisk.queue')
    const content = await openChoice(page, 'Mätobjekt')
    await content.getByText('1 av 1 valda').waitFor()
    ctx.assert.equal(await content.getByText('support').count(), 0)
    await page.goto(MONDAY_REPORT)
    const { total } = await readTable(page)
    ctx.assert.deepEqual(total.slice(0, 3), ['Totalt', '3', '2'])
  })

  test('what they have no objects for says whom to ask', async (ctx) => {
    const customer = await madeCustomer({ plugins: ['asterisk'] })
    await collectedLog(customer)
    const user = await madeUser(customer)
    const page = await visitor(ctx)
    await openAs(page, user.email, '/reports/basic?report=asterisk.queue')
    await page.getByText('Inget att mäta än').waitFor()
    ctx.assert.equal(await page.getByRole('region', { name: 'Nyckeltal' }).count(), 0)
  })
})
