import { test } from '@japa/runner'
import { DateTime } from 'luxon'
import type Customer from '#core/customers/models/customer'
import OpenedReport from '#core/opened_reports/models/opened_report'
import { madeCustomer } from '#tests/made/customer'
import { Page } from '#tests/made/page'
import { madeUser } from '#tests/made/user'

const address = '/api/opened-reports'
const users = { kind: 'basic', report: 'asterisk.agents', preset: 'overview', query: 'from=1' }
const queues = { kind: 'basic', report: 'asterisk.queue', preset: 'overview', query: 'from=1' }

interface OftenUsed {
  kind: string
  report: string
  preset: string | null
  query: string
  times: number
}

async function signedIn(customer: Customer) {
  const user = await madeUser(customer, { seesEverything: true })
  const page = new Page()
  await page.signIn(user.email)
  return { page, user }
}

async function often(page: Page) {
  const { body } = await page.get(address)
  return (body as { often?: OftenUsed[] }).often ?? []
}

test.group('What a person opens often', () => {
  test('what is opened most comes first, with the address it had last', async ({ assert }) => {
    const { page } = await signedIn(await madeCustomer())
    await page.post(address, queues)
    await page.post(address, users)
    await page.post(address, { ...users, query: 'from=2&object=a&object=b' })
    const list = await often(page)
    assert.deepEqual(
      list.map(({ report, query, times }) => ({ report, query, times })),
      [
        { report: 'asterisk.agents', query: 'from=2&object=a&object=b', times: 2 },
        { report: 'asterisk.queue', query: 'from=1', times: 1 },
      ]
    )
  })

  test('a report with columns of one’s own is another than the ready-made one', async ({
    assert,
  }) => {
    const { page } = await signedIn(await madeCustomer())
    await page.post(address, queues)
    await page.post(address, { ...queues, preset: undefined, query: 'columns=incoming' })
    await page.post(address, { ...queues, kind: 'advanced' })
    const list = await often(page)
    assert.sameDeepMembers(
      list.map(({ kind, preset }) => [kind, preset]),
      [
        ['basic', 'overview'],
        ['basic', null],
        ['advanced', 'overview'],
      ]
    )
  })

  test('it is nobody else’s, and another in another customer', async ({ assert }) => {
    const customer = await madeCustomer()
    const [mine, colleague] = [await signedIn(customer), await signedIn(customer)]
    await mine.page.post(address, queues)
    assert.deepEqual(await often(colleague.page), [])
    const { user } = mine
    const elsewhere = await madeCustomer()
    await OpenedReport.query().where({ userId: user.id }).update({ customer_id: elsewhere.id })
    assert.deepEqual(await often(mine.page), [])
  })

  test('what was not opened for three months is no longer told', async ({ assert }) => {
    const { page, user } = await signedIn(await madeCustomer())
    await page.post(address, queues)
    await page.post(address, users)
    const opened = await OpenedReport.findByOrFail({ userId: user.id, report: queues.report })
    await opened.merge({ openedAt: DateTime.utc().minus({ days: 91 }), times: 50 }).save()
    const list = await often(page)
    assert.deepEqual(
      list.map(({ report }) => report),
      ['asterisk.agents']
    )
  })

  test('a few of each kind are told, and no more than two hundred are remembered', async ({
    assert,
  }) => {
    const customer = await madeCustomer()
    const { page, user } = await signedIn(customer)
    const at = DateTime.utc().minus({ days: 1 })
    await OpenedReport.createMany(
      Array.from({ length: 205 }, (_, index) => ({
        customerId: customer.id,
        userId: user.id,
        kind: 'basic' as const,
        report: `a.${index}`,
        preset: '',
        query: '',
        period: null,
        times: 1,
        openedAt: at.plus({ minutes: index }),
      }))
    )
    await page.post(address, { ...queues, kind: 'advanced' })
    const list = await often(page)
    assert.deepEqual(
      list.map(({ report }) => report),
      ['a.204', 'a.203', 'a.202', 'a.201', 'a.200', 'a.199', 'asterisk.queue']
    )
    assert.lengthOf(await OpenedReport.query().where({ userId: user.id }), 200)
  })

  test('a kind of report that is none is refused, and the known ones are named', async ({
    assert,
  }) => {
    const { page } = await signedIn(await madeCustomer())
    const { status, body } = await page.post(address, { ...queues, kind: 'printed' })
    assert.equal(status, 422)
    assert.containsSubset(body, { error: { field: 'kind' } })
  })
})
