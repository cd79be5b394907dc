import { test } from '@japa/runner'
import db from '@adonisjs/lucid/services/db'
import { asker, codeOf } from '#tests/made/asker'
import { mondayReport } from '#tests/made/connector'
import { madeUser } from '#tests/made/user'

const choices = {
  enabled: true,
  tokenRequired: true,
  period: 'weekToToday',
  specification: false,
  grouped: true,
}
const statusOf = async (url: string, token: string) => {
  const { status } = await fetch(url, { headers: { 'x-api-key': token } })
  return status
}

test.group('Connectors of a saved report', () => {
  test('are made, listed, changed and removed, and their token is shown once', async ({
    assert,
    client,
  }) => {
    const { customer, owner, saved } = await mondayReport()
    const uses = asker(client, owner, customer)
    const path = `/api/report/v1/saved-reports/${saved.id}/connectors`
    const none = await uses('GET', path)
    assert.deepEqual(none.body.connectors, [])
    assert.deepEqual(
      none.body.kinds.map(({ key }: { key: string }) => key),
      ['power_bi', 'qlik', 'excel', 'xml', 'json']
    )
    const made = await uses('POST', path, { kind: 'power_bi', ...choices })
    assert.equal(made.status, 201)
    const { connector, token } = made.body
    assert.containsSubset(connector, { ...choices, kind: 'power_bi', active: true })
    assert.match(connector.link, /\/c\/[\w-]{32}\/odata\/$/)
    assert.equal(await statusOf(connector.link, token), 200)

    const listed = await uses('GET', path)
    assert.deepEqual(
      listed.body.connectors.map(({ id }: { id: number }) => id),
      [connector.id]
    )
    assert.notInclude(listed.text, token)
    const kept = JSON.stringify(await db.from('connectors').where('id', connector.id).first())
    assert.notInclude(kept, token)
    const log = JSON.stringify(await db.from('audit_entries').where('customer_id', customer.id))
    assert.include(log, 'link.created')
    assert.notInclude(log, token)
    assert.notInclude(log, connector.link.split('/c/')[1].slice(0, 32))

    const changed = await uses('PUT', `${path}/${connector.id}`, {
      ...choices,
      tokenRequired: false,
      period: 'lastDaysToToday',
      periodCount: 7,
    })
    assert.containsSubset(changed.body.connector, { period: 'lastDaysToToday', periodCount: 7 })
    assert.isNull(changed.body.token)
    assert.equal(await statusOf(connector.link, ''), 200)

    const removed = await uses('DELETE', `${path}/${connector.id}`)
    assert.equal(removed.status, 204)
    assert.equal(await statusOf(connector.link, token), 404)
  })

  test('of all saved reports are listed in one place: one’s own, and for an administrator everybody’s', async ({
    assert,
    client,
  }) => {
    const { customer, owner, saved } = await mondayReport()
    const made = (kind: string) =>
      asker(client, owner, customer)(
        'POST',
        `/api/report/v1/saved-reports/${saved.id}/connectors`,
        { kind, ...choices }
      )
    const first = await made('xml')
    await made('json')
    await fetch(first.body.connector.link, { headers: { 'x-api-key': first.body.token } })
    const other = await mondayReport()
    await asker(client, other.owner, other.customer)(
      'POST',
      `/api/report/v1/saved-reports/${other.saved.id}/connectors`,
      { kind: 'qlik', ...choices }
    )
    const administrator = await madeUser(customer, { administrator: true })
    const path = '/api/report/v1/connectors'
    const listed = async (user: typeof owner, query = '') => {
      const { body } = await asker(client, user, customer)('GET', `${path}${query}`)
      const kinds = body.connectors.map(({ kind }: { kind: string }) => kind)
      return `${kinds.join(' ')} (${body.found} of ${body.all})`
    }
    assert.equal(await listed(owner), 'xml json (2 of 2)')
    assert.equal(await listed(owner, '?filter=XML'), 'xml (1 of 2)')
    assert.equal(await listed(owner, '?limit=1&offset=1'), 'json (2 of 2)')
    assert.equal(await listed(owner, '?order=-lastPulledAt'), 'xml json (2 of 2)')
    assert.equal(await listed(administrator), ' (0 of 0)')
    assert.equal(await listed(administrator, '?all=true'), 'xml json (2 of 2)')
    const colleague = await madeUser(customer, { seesEverything: true })
    assert.equal(await listed(colleague, '?all=true'), ' (0 of 0)')
    const { body } = await asker(client, owner, customer)('GET', path)
    assert.containsSubset(body.connectors[0], {
      active: true,
      savedReport: { id: saved.id, name: saved.name, report: saved.query.report },
      owner: { email: owner.email },
    })
    assert.isString(body.connectors[0].lastPulledAt)
  })

  test('get another token at a click, and the old one opens nothing any more', async ({
    assert,
    client,
  }) => {
    const { customer, owner, saved } = await mondayReport()
    const uses = asker(client, owner, customer)
    const path = `/api/report/v1/saved-reports/${saved.id}/connectors`
    const { body: made } = await uses('POST', path, { kind: 'xml', ...choices })
    const { body: turned } = await uses('POST', `${path}/${made.connector.id}/token`)
    assert.notEqual(turned.token, made.token)
    assert.equal(await statusOf(made.connector.link, made.token), 401)
    assert.equal(await statusOf(made.connector.link, turned.token), 200)
  })

  test('tell who read them, and how their tool is connected in the reader’s language', async ({
    assert,
    client,
  }) => {
    const { customer, owner, saved } = await mondayReport()
    const uses = asker(client, owner, customer)
    const path = `/api/report/v1/saved-reports/${saved.id}/connectors`
    const { body: made } = await uses('POST', path, { kind: 'excel', ...choices })
    await fetch(made.connector.link, { headers: { 'x-api-key': made.token } })
    const guide = await uses('GET', `${path}/${made.connector.id}/guide`)
    assert.equal(guide.body.report, saved.name)
    assert.isAbove(guide.body.steps.length, 3)
    assert.notInclude(guide.text, made.token)
    await new Promise((resolve) => setTimeout(resolve, 200))
    const { body } = await uses('GET', `${path}/${made.connector.id}/pulls`)
    assert.containsSubset(body.pulls, [{ path: 'excel.xlsx', status: 200 }])
  })

  test('that cannot be are refused, and the field that is wrong is named', async ({
    assert,
    client,
  }) => {
    const { customer, owner, saved } = await mondayReport()
    const uses = asker(client, owner, customer)
    const path = `/api/report/v1/saved-reports/${saved.id}/connectors`
    const refused = async (body: object) => {
      const { status, body: answer } = await uses('POST', path, body)
      return `${status} ${answer.error.code} ${answer.error.field}`
    }
    assert.equal(await refused({ kind: 'lotus', ...choices }), '422 E_UNKNOWN_CONNECTOR_KIND kind')
    assert.equal(
      await refused({ kind: 'xml', ...choices, period: 'ever' }),
      '422 E_VALIDATION period'
    )
    assert.equal(
      await refused({ kind: 'xml', ...choices, period: 'lastDaysToToday' }),
      '422 E_INVALID_PERIOD_COUNT periodCount'
    )
    assert.equal(
      await refused({ kind: 'xml', ...choices, periodCount: 3 }),
      '422 E_INVALID_PERIOD_COUNT periodCount'
    )
    assert.equal(await codeOf(uses('PUT', `${path}/999999`, choices)), 'E_UNKNOWN_CONNECTOR')
  })

  test('are for whoever may change the saved report: not another user, not another customer’s', async ({
    assert,
    client,
  }) => {
    const { customer, owner, saved } = await mondayReport()
    const path = `/api/report/v1/saved-reports/${saved.id}/connectors`
    const colleague = await madeUser(customer, { seesEverything: true })
    const administrator = await madeUser(customer, { administrator: true })
    const theirs = await mondayReport()
    const { body: made } = await asker(client, owner, customer)('POST', path, {
      kind: 'json',
      ...choices,
    })
    const one = `${path}/${made.connector.id}`
    for (const [user, of] of [
      [colleague, customer],
      [theirs.owner, theirs.customer],
    ] as const) {
      const uses = asker(client, user, of)
      for (const answer of [
        uses('GET', path),
        uses('POST', path, { kind: 'json', ...choices }),
        uses('PUT', one, choices),
        uses('POST', `${one}/token`),
        uses('GET', `${one}/pulls`),
        uses('GET', `${one}/guide`),
        uses('DELETE', one),
      ]) {
        const { status } = await answer
        assert.equal(status, 404)
      }
      const own = `/api/report/v1/saved-reports/${theirs.saved.id}/connectors/${made.connector.id}`
      const foreign = await uses('DELETE', own)
      assert.equal(foreign.status, 404)
    }
    const { body } = await asker(client, administrator, customer)('GET', path)
    assert.lengthOf(body.connectors, 1)
  })
})
