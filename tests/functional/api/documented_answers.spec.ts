import { test } from '@japa/runner'
import db from '@adonisjs/lucid/services/db'
import { exampleValues } from '#core/api/openapi/build_document'
import { fillModules } from '#core/demo/actions/fill_modules'
import type { ModuleGrant } from '#core/permissions/grant'
import { registry } from '#core/plugins/registry'
import {
  type Document,
  documentIn,
  type OperationObject,
  misfits,
  tightened,
} from '#tests/functional/api/made_document'
import { madeCustomer } from '#tests/made/customer'
import { jobIn, withWorker } from '#tests/made/jobs'
import { collectedLog } from '#tests/made/queue_log'
import { madeSavedReport } from '#tests/made/saved_report'
import { sendingSms } from '#tests/made/sms'
import { madeTicket } from '#tests/made/ticket'
import { madeUser } from '#tests/made/user'

const origin = `http://127.0.0.1:${process.env.PORT}`

interface Answer {
  status: number
  type: string
  body: unknown
}

async function send(path: string, options: RequestInit): Promise<Answer> {
  const response = await fetch(`${origin}${path}`, options)
  const type = (response.headers.get('content-type') ?? '').split(';')[0]!
  const bytes = await response.text()
  return { status: response.status, type, body: /[/+]json$/.test(type) ? JSON.parse(bytes) : bytes }
}

/** What is wrong with an answer by the document, in words. */
function wrongWith(document: Document, { responses }: OperationObject, answer: Answer): string[] {
  const told = responses[String(answer.status)]
  if (!told) return [`${answer.status} is not documented: ${JSON.stringify(answer.body)}`]
  if (!told.content)
    return answer.body === '' ? [] : ['something is answered where nothing is told']
  const content = told.content[answer.type]
  if (!content) return [`${answer.status} as ${answer.type} is not documented`]
  return answer.type === 'application/json' ? misfits(document, content.schema, answer.body) : []
}

/** A customer with things of every kind, and a ticket that reaches all of them. */
async function program() {
  const customer = await madeCustomer({
    plugins: [
      'asterisk',
      ...registry()
        .connectors()
        .map(({ key }) => key),
    ],
  })
  await collectedLog(customer)
  const user = await madeUser(customer, { administrator: true, callSpecification: true })
  const modules = registry().modules()
  const now = new Date()
  const span = { from: now, until: now }
  await fillModules(modules, { customerId: customer.id, userId: user.id, ...span })
  const { headers, token, secret } = await madeTicket(user, customer, [
    ...(['report', 'collect'] as const),
    ...modules.map(({ key }) => key as ModuleGrant),
  ])
  const { saved } = await madeSavedReport(customer, user)
  const json = (body: object): RequestInit => ({
    method: 'POST',
    headers: { ...headers, 'content-type': 'application/json' },
    body: JSON.stringify(body),
  })
  const report = { report: 'asterisk.queue', period: { from: '2026-01-05', to: '2026-01-05' } }
  const recipients = ['anna@nordvik.example']
  const started = await send('/api/jobs/v1/exports', json({ ...report, format: 'csv', recipients }))
  const { job } = started.body as { job: { id: string } }
  const { outcome } = await jobIn(job.id, 'done')
  const sending = Number((outcome as { sending: number }).sending)
  const sent = await send(`/api/report/v1/sendings/${sending}`, { headers })
  const [file] = (sent.body as { sending: { files: { id: string }[] } }).sending.files
  const dispatch = (await db.from('dispatches').where({ sending_id: sending }).first()) as {
    id: string
  }
  const kept = (await db.from('collected_files').where({ customer_id: customer.id }).first()) as {
    id: number
  }
  const [point] = (await db.from('collection_points').where({ customer_id: customer.id })) as {
    name: string
  }[]
  const calls = await send('/api/report/v1/specification', json(report))
  const [call] = (calls.body as { rows: { call: string; at: string }[] }).rows
  const values = {
    Token: token,
    Secret: secret,
    Report: 'asterisk.queue',
    From: '2026-01-05',
    To: '2026-01-05',
    Call: call!.call,
    At: call!.at,
  }
  const ids: Record<string, string> = {
    'jobs/v1': job.id,
    'saved-reports': String(saved.id),
    'sendings': String(sending),
    'dispatches': dispatch.id,
    'archive': file!.id,
    'files': String(kept.id),
    'collect/v1': point!.name,
    'live/v1': point!.name,
  }
  // Of a module: the first of what its list has.
  for (const { key, operations } of modules) {
    for (const { path } of operations.filter((one) => /^[a-z]+\/:id/.test(one.path))) {
      const [list = ''] = path.split('/')
      if (ids[list]) continue
      const { status, body } = await send(`/api/${key}/v1/${list}`, { headers })
      if (status !== 200) continue
      const [all = []] = Object.values(body as Record<string, { id: number }[]>)
      ids[list] = String(all[0]?.id)
    }
  }
  return { headers, values, ids, customer, user }
}

/** An example with what this customer has in the places of what the document shows. */
function filled(example: object, values: Record<string, string>): object {
  const shown: Record<string, string> = {
    ...exampleValues(),
    Token: '{{Token}}',
    Secret: '{{Secret}}',
  }
  let text = JSON.stringify(example)
  for (const [name, value] of Object.entries(values))
    text = text.replaceAll(JSON.stringify(shown[name]), JSON.stringify(value))
  return JSON.parse(text) as object
}

/** What is not done when the examples are sent, as things stand: the job is over, the mail is under way. */
const notNow = [
  'post /api/jobs/v1/{id}/cancel',
  'post /api/jobs/v1/{id}/retry',
  'post /api/report/v1/dispatches/{id}/again',
]

/** What must be in the query of live values. */
const liveNames: Readonly<Record<string, string>> = { source: 'asterisk', type: 'queue' }

test.group('The description of the API and what the server does', (group) => {
  withWorker(group)

  test('agree on every documented example, and on each way to refuse it', async ({
    assert,
    cleanup,
  }) => {
    await sendingSms(cleanup)
    const document = tightened(await documentIn('en'))
    const { headers, values, ids, customer, user } = await program()
    const { headers: collecting } = await madeTicket(user, customer, ['collect'])
    const { headers: reporting } = await madeTicket(user, customer, ['report'])
    const wrong: string[] = []
    const operations = Object.entries(document.paths)
      .filter(([path]) => !path.startsWith('/c/'))
      .flatMap(([path, methods]) =>
        Object.entries(methods).map(([method, operation]) => ({ path, method, operation }))
      )
      // What removes goes last.
      .sort((a, b) => Number(a.method === 'delete') - Number(b.method === 'delete'))
    assert.isAbove(operations.length, 20)
    for (const { path, method, operation } of operations) {
      const name = `${method} ${path}`
      const addressed = (id?: string) =>
        path.replace(
          /([\w-]+(?:\/v1)?)\/\{\w+\}/,
          (_, before: string) => `${before}/${id ?? ids[before] ?? ids[before.split('/')[0]!]}`
        )
      const query = new URLSearchParams(
        (operation.parameters ?? []).flatMap((one): [string, string][] =>
          one.in === 'query' && one.required
            ? [[one.name, path.startsWith('/api/live/') ? liveNames[one.name]! : 'asterisk.queue']]
            : []
        )
      )
      const asked = (id?: string) => `${addressed(id)}${query.size ? `?${query}` : ''}`
      const content = Object.entries(operation.requestBody?.content ?? {})
      const [type = '', { example = undefined } = {}] = content[0] ?? []
      const takesJson = type === 'application/json'
      if (takesJson && !example) wrong.push(`${name} has no example`)
      const text = takesJson
        ? JSON.stringify(filled(example ?? {}, values))
        : type
          ? '1795600000|x|NONE|NONE|CONFIGRELOAD|\n'
          : undefined
      const ask = async (
        what: string,
        expected: number,
        options: { as?: object; id?: string; text?: string; type?: string }
      ) => {
        const answer = await send(asked(options.id), {
          method: method.toUpperCase(),
          headers: {
            ...(options.as ?? headers),
            ...(type && { 'content-type': options.type ?? type }),
          },
          ...(type && { body: options.text ?? text }),
        })
        const met = expected === 200 ? answer.status < 300 : answer.status === expected
        if (!met)
          wrong.push(
            `${name} ${what}: ${answer.status} ${JSON.stringify(answer.body).slice(0, 200)}`
          )
        wrong.push(
          ...wrongWith(document, operation, answer).map((one) => `${name} ${what}: ${one}`)
        )
      }
      await ask('with a wrong ticket', 401, {
        as: { 'Api-Token': 'u1.x', 'Api-Secret': 'y' },
        ...(path === '/api/auth/jwt' && { text: '{"token":"u1.x","secret":"y"}' }),
      })
      if (operation['x-grant'])
        await ask('without the grant', 403, {
          as: operation['x-grant'] === 'report' ? collecting : reporting,
        })
      if (path.includes('{')) await ask('for what is not there', 404, { id: '999999' })
      if (takesJson) {
        await ask('with a broken body', 400, { text: '{' })
        await ask('with another type', 415, { type: 'text/plain' })
        await ask('with a field there is not', 422, { text: '{"surplus":1}' })
      }
      await ask('as documented', notNow.includes(name) ? 409 : 200, {})
    }
    assert.deepEqual(wrong, [])
  })

  test('agree on files: each format comes as its own type', async ({ assert }) => {
    const document = await documentIn('en')
    const { headers } = await program()
    const operation = document.paths['/api/report/v1/export']!.post!
    for (const { key, contentType } of registry().exporters()) {
      const answer = await send('/api/report/v1/export', {
        method: 'POST',
        headers: { ...headers, 'content-type': 'application/json' },
        body: JSON.stringify({
          report: 'asterisk.queue',
          period: { from: '2026-01-05', to: '2026-01-05' },
          format: key,
        }),
      })
      assert.deepEqual([answer.status, answer.type], [200, contentType.split(';')[0]])
      assert.deepEqual(wrongWith(document, operation, answer), [])
    }
  })
})
