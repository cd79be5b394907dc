import { test } from '@japa/runner'
import db from '@adonisjs/lucid/services/db'
import { createBrand } from '#core/customers/actions/save_brand'
import { registry } from '#core/plugins/registry'
import { type NamedRoute, namedRoutes } from '#tests/functional/matrix/routes'
import { thingsOf } from '#tests/functional/matrix/world'
import { asker } from '#tests/made/asker'
import { madeConnector } from '#tests/made/connector'
import { madeCustomer } from '#tests/made/customer'
import { madeSavedReport } from '#tests/made/saved_report'
import { madeTicket } from '#tests/made/ticket'
import { madeUser } from '#tests/made/user'

/** What is done by asking alone, and bodies that are not JSON. */
const takesNoFields = [
  'POST /api/account/invitations/:id',
  'POST /api/admin/v1/customer-users/:id/invitation',
  'POST /api/admin/v1/operators',
  'POST /api/admin/v1/users/:id/enrolment',
  'POST /api/admin/v1/users/:id/invitation',
  'POST /api/admin/v1/users/:id/lock',
  'POST /api/admin/v1/users/:id/tickets/:ticket/rotate',
  'POST /api/collect/v1/:point',
  'POST /api/collection/v1/files/:id/again',
  'POST /api/email-change/:token',
  'POST /api/enrolment/:token',
  'POST /api/errands/v1/:service/:errand/documents',
  'POST /api/jobs/v1/:id/cancel',
  'POST /api/jobs/v1/:id/retry',
  'POST /api/operator/v1/customers/:id/open',
  'POST /api/operator/v1/customers/:id/points/:point/test',
  'POST /api/operator/v1/jobs/:id/cancel',
  'POST /api/operator/v1/jobs/:id/retry',
  'POST /api/operator/v1/users/:id/enrolment',
  'POST /api/operator/v1/users/:id/unlock',
  'POST /api/report/v1-0/*',
  'POST /api/report/v1-1/*',
  'POST /api/report/v1/dispatches/:id/again',
  'POST /api/report/v1/saved-reports/:id/connectors/:connector/token',
  'POST /c/:address/*',
  'POST /in/:channel/:token',
]
/** What modules do by asking alone: their operations say that they take nothing. */
const ofModules = () =>
  registry()
    .modules()
    .flatMap(({ key, operations }) =>
      operations
        .filter(({ input }) => !Object.keys(input.toJSONSchema().properties ?? {}).length)
        .map(({ method, path }) => `${method.toUpperCase()} /api/${key}/v1/${path}`)
    )
/** Asked by who has a link: an unknown one is answered before anything that is sent along is looked at. */
const ofLinks = ['POST /m/dashboards/show/:token/open']
const deletesByBody = [
  'DELETE /api/account/authenticators/:id',
  'DELETE /api/account/identities/:id',
  'DELETE /api/account/mobile',
  'DELETE /api/admin/v1/groups/:id/objects',
]
/** Errands are of a platform that collects them: their own tests ask these. */
const ofErrands = [
  'PATCH /api/errands/v1/:service/:errand',
  'POST /api/errands/v1/:service/:errand/comments',
]

const nameOf = ({ method, pattern }: NamedRoute) => `${method} ${pattern}`
const takesFields = (route: NamedRoute) =>
  route.method === 'DELETE'
    ? deletesByBody.includes(nameOf(route))
    : ['POST', 'PUT', 'PATCH'].includes(route.method) &&
      ![...takesNoFields, ...ofModules(), ...ofErrands, ...ofLinks].includes(nameOf(route))

/** A customer with things of every kind, and askers who may change them. */
async function everything(client: Parameters<typeof asker>[0]) {
  const modules = registry()
    .modules()
    .map(({ key }) => key)
  const customer = await madeCustomer({ plugins: ['asterisk', 'power_bi', ...modules] })
  const administrator = await madeUser(customer, { administrator: true, callSpecification: true })
  const outsider = await madeUser(customer)
  await db
    .from('memberships')
    .where({ user_id: outsider.id, customer_id: customer.id })
    .update({ role: 'customerUser' })
  const operator = await madeUser(await madeCustomer())
  await db.from('users').where('id', operator.id).update({ is_operator: true })
  await db.from('memberships').where('user_id', operator.id).delete()
  const { saved, schedule } = await madeSavedReport(customer, administrator)
  const { connector } = await madeConnector(saved)
  const made = await thingsOf(customer)
  const brand = await createBrand({ name: `Brand of ${customer.slug}` })
  const things: Record<string, string> = {
    ...made,
    'saved-reports': String(saved.id),
    'connectors': String(connector.id),
    'schedules': String(schedule.id),
    'plugins': 'asterisk',
    'brands': String(brand.id),
    'live/v1': String(made.collect),
    'customer-users': String(outsider.id),
  }
  const asks = {
    own: asker(client, administrator, customer),
    operator: asker(client, operator, customer),
  }
  return { saved, things, asks }
}

test.group('A field that an address does not take', () => {
  test('is refused by every address that takes fields, with a sentence that names it and the allowed ones', async ({
    assert,
    client,
  }) => {
    const { things, asks } = await everything(client)
    const routes = namedRoutes()
    const names = routes.map(nameOf)
    assert.includeMembers(names, [...takesNoFields, ...deletesByBody, ...ofErrands])
    const wrong: string[] = []
    for (const route of routes.filter(takesFields)) {
      const { pattern, method, capability } = route
      const ask = capability?.startsWith('operator') ? asks.operator : asks.own
      const address = pattern
        .split('/')
        .map((part, at, parts) =>
          part.startsWith(':')
            ? (things[parts.slice(at - 2, at).join('/')] ??
              things[parts[at - 1]!] ??
              things[parts[at - 2]!] ??
              '1')
            : part
        )
        .join('/')
      const { status, body } = await ask(method as 'POST', address, { surplus: 1 })
      const { code, field, message = '', allowed = [] } = body.error ?? {}
      const named = message.includes('"surplus"') && message.includes(allowed.join(', '))
      if (
        status !== 422 ||
        code !== 'E_UNKNOWN_FIELD' ||
        field !== 'surplus' ||
        !named ||
        !allowed.length
      ) {
        wrong.push(`${nameOf(route)}: ${status} ${code} ${message}`)
      }
    }
    assert.deepEqual(wrong, [])
  })

  test('is refused however deep it lies, by its path, and nothing of the rest is changed', async ({
    assert,
    client,
  }) => {
    const { saved, asks } = await everything(client)
    const path = `/api/report/v1/saved-reports/${saved.id}`
    const before = await asks.own('GET', path)
    const tried: [object, string, RegExp][] = [
      [
        { name: 'Other', id: 7 },
        'id',
        /^The field "id" doesn’t exist or can’t be changed here\. Allowed: name, query,/,
      ],
      [{ name: 'Other', owner: { id: 1 } }, 'owner', /can’t be changed/],
      [
        {
          name: 'Other',
          query: { ...before.body.savedReport.query, period: { from: '2026-01-01' } },
        },
        'query.period.from',
        /Allowed: fromTime, toTime/,
      ],
    ]
    for (const [body, field, message] of tried) {
      const refused = await asks.own('PATCH', path, body)
      assert.deepEqual([refused.status, refused.body.error.field], [422, field])
      assert.match(refused.body.error.message, message)
    }
    const schedules = [{ send: 'daily', sendTime: '07:00', period: 'yesterday', sendtime: '08:00' }]
    const { query } = before.body.savedReport
    const posted = await asks.own('POST', '/api/report/v1/saved-reports', {
      name: 'N',
      query,
      schedules,
    })
    assert.equal(posted.body.error.field, 'schedules.0.sendtime')
    assert.match(
      posted.body.error.message,
      /^Unknown field "schedules.0.sendtime"\. Allowed: send, /
    )
    const after = await asks.own('GET', path)
    assert.deepEqual(after.body, before.body)
  })

  test('and a body of a type that is not read are refused, and a form is read', async ({
    assert,
  }) => {
    const customer = await madeCustomer({ plugins: ['asterisk'] })
    const { headers } = await madeTicket(await madeUser(customer), customer)
    const send = async (contentType: string, body: string) => {
      const response = await fetch(`http://127.0.0.1:${process.env.PORT}/api/report/v1/generate`, {
        method: 'POST',
        headers: { ...headers, 'content-type': contentType },
        body,
      })
      return {
        status: response.status,
        body: (await response.json()) as { error: Record<string, string> },
      }
    }
    for (const type of ['text/plain', 'application/xml', 'multipart/form-data; boundary=x']) {
      const { status, body } = await send(type, '{"report":"asterisk.queue"}')
      assert.deepEqual(
        [status, body.error.code, body.error.field],
        [415, 'E_UNSUPPORTED_CONTENT_TYPE', 'Content-Type']
      )
      assert.include(body.error.message, 'Allowed: application/json')
    }
    const form = await send('application/x-www-form-urlencoded', 'report=asterisk.queue&surplus=1')
    assert.deepEqual([form.status, form.body.error.field], [422, 'surplus'])
  })
})
