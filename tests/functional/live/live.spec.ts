import { test } from '@japa/runner'
import type { LiveQuestion } from '#core/contracts/question'
import type { Row } from '#core/contracts/scalar'
import type Customer from '#core/customers/models/customer'
import { restoreValues, writeChanges } from '#core/live/keep_values'
import { liveStore } from '#core/live/live_store'
import CollectionPoint from '#core/measurement_objects/models/collection_point'
import { readerFor } from '#core/permissions/read_rights'
import { answerOf } from '#core/questions/answer_of'
import { QuestionHub } from '#core/questions/hub/question_hub'
import { askAt } from '#tests/made/asked'
import { asker, codeOf } from '#tests/made/asker'
import { madeCustomer } from '#tests/made/customer'
import { madeObjects, madePoint, queue } from '#tests/made/objects'
import { collectedLog } from '#tests/made/queue_log'
import { madeTicket } from '#tests/made/ticket'
import { madeUser } from '#tests/made/user'

const base = `http://127.0.0.1:${process.env.PORT}/api/live/v1`

const queues = (figures: string[], more: Partial<LiveQuestion> = {}): LiveQuestion => ({
  kind: 'live',
  source: 'asterisk',
  objectType: 'queue',
  figures,
  each: true,
  ...more,
})

/** A customer with the queues `support` and `sälj`, and a program that tells of them. */
async function telling() {
  const customer = await madeCustomer({ plugins: ['asterisk'] })
  const point = await madePoint(customer, { name: 'main' })
  await madeObjects(point, [queue('support'), queue('sälj')])
  const administrator = await madeUser(customer, { administrator: true })
  const { headers } = await madeTicket(administrator, customer, ['collect', 'report'])
  const reader = await readerFor(administrator.id, customer.id)
  return {
    ...{ customer, point, administrator, headers, reader },
    push: async (body: object, at = 'main') => {
      const response = await fetch(`${base}/${at}`, {
        method: 'POST',
        headers: { ...headers, 'content-type': 'application/json' },
        body: JSON.stringify(body),
      })
      return { status: response.status, body: (await response.json()) as Answered }
    },
    read: async (query: string) => {
      const response = await fetch(`${base}/values?${query}`, { headers })
      return { status: response.status, body: (await response.json()) as Answered }
    },
    ask: async (question: LiveQuestion, at = new Date()) => {
      const [answer] = await askAt([question], reader, at)
      return answer!
    },
  }
}

interface Answered {
  taken?: number
  rows?: Row[]
  total?: Row
  error?: { code: string; field: string }
}

const about = (identifier: string, values: object | null) => ({ type: 'queue', identifier, values })
const valuesOf = ({ asOf: _, from: __, ...row }: Row) => row

test.group('Live values', () => {
  test('what a program tells is read at once, put together as each figure says, and too old in time', async ({
    assert,
  }) => {
    const { push, ask, read } = await telling()
    const told = await push({
      goodFor: 60,
      whole: true,
      objects: [
        about('support', {
          waiting: 3,
          longestWaitSince: '2026-11-30T09:12:31+01:00',
          agentsReady: ['SIP/1', 'SIP/2'],
        }),
        about('sälj', { waiting: 1, longestWaitSince: null, agentsReady: ['SIP/2', 'SIP/3'] }),
      ],
    })
    assert.deepEqual(told, { status: 200, body: { taken: 2 } })
    const figures = ['waiting', 'longestWaitSince', 'agentsReady']
    const answer = await ask(queues(figures))
    assert.equal(answer.from, 'pushed')
    assert.equal(answer.goodFor, 60)
    const since = '2026-11-30T08:12:31.000Z'
    assert.deepEqual(answer.rows.map(valuesOf), [
      { object: 'sälj', objectName: 'sälj', waiting: 1, longestWaitSince: null, agentsReady: 2 },
      {
        ...{ object: 'support', objectName: 'support' },
        ...{ waiting: 3, longestWaitSince: since, agentsReady: 2 },
      },
    ])
    // Who is ready in both counts once.
    assert.deepEqual(answer.total, { waiting: 4, longestWaitSince: since, agentsReady: 3 })

    const later = await ask(queues(figures), new Date(Date.now() + 61_000))
    assert.equal(later.rows[0]!.waiting, null)
    assert.equal(later.rows[0]!.lostSince, answer.asOf)
    assert.deepEqual(later.total, {
      ...{ waiting: null, longestWaitSince: null, agentsReady: null, lostSince: answer.asOf },
    })

    await push({ goodFor: 60, whole: true, objects: [about('support', { waiting: 0 })] })
    const { body } = await read('source=asterisk&type=queue&figures=waiting')
    assert.deepEqual(body.rows!.map(valuesOf), [
      { object: 'sälj', objectName: 'sälj', waiting: null },
      { object: 'support', objectName: 'support', waiting: 0 },
    ])
    // An older word does not replace a newer one.
    const at = new Date(Date.now() - 30_000).toISOString()
    await push({ goodFor: 60, at, objects: [about('support', { waiting: 9 })] })
    const { body: still } = await read('source=asterisk&type=queue&objects=support&figures=waiting')
    assert.deepEqual(still.total, { waiting: 0 })
  })

  test('a word that cannot be is refused with the field, and nothing of it is taken', async ({
    assert,
  }) => {
    const { push, read } = await telling()
    const refused = async (values: object, more: object = {}) => {
      const { status, body } = await push({
        ...{ goodFor: 60, objects: [about('support', values)] },
        ...more,
      })
      return `${status} ${body.error?.code} ${body.error?.field}`
    }
    const at = (key: string) => `422 E_NO_LIVE_FIGURE objects.0.values.${key}`
    assert.equal(await refused({ waiting: -1 }), at('waiting'))
    assert.equal(await refused({ waiting: '3' }), at('waiting'))
    assert.equal(await refused({ longestWaitSince: 30 }), at('longestWaitSince'))
    assert.equal(await refused({ longestWaitSince: '09:12:31' }), at('longestWaitSince'))
    assert.equal(await refused({ agentsReady: ['SIP/1', 2] }), at('agentsReady'))
    assert.equal(await refused({ state: 'ready' }), '422 E_NO_LIVE_FIGURE figures.0')
    assert.equal(
      await refused({}, { objects: [{ type: 'ivr', identifier: 'x', values: {} }] }),
      '422 E_NO_LIVE_FIGURE objectType'
    )
    assert.equal(await refused({}, { goodFor: 0 }), '422 E_VALIDATION goodFor')
    const large = await push({
      goodFor: 60,
      objects: Array.from({ length: 4000 }, (_, index) => about(`queue ${index}`.padEnd(80), {})),
    })
    assert.equal(large.status, 413)
    const { body } = await read('source=asterisk&type=queue&figures=waiting')
    assert.isTrue(body.rows!.every(({ from }) => from === 'derived'))
    const many = await Promise.all(
      Array.from({ length: 8 }, () => push({ goodFor: 60, objects: [] }))
    )
    assert.include(
      many.map(({ body: answer }) => answer.error?.code),
      'E_TOO_MANY_REQUESTS'
    )
    const unknown = await push({ goodFor: 60, objects: [] }, 'elsewhere')
    assert.equal(unknown.body.error?.code, 'E_UNKNOWN_POINT')
  })

  test('nobody reads what is another customer’s or not theirs to see', async ({
    assert,
    client,
  }) => {
    const [mine, theirs] = [await telling(), await telling()]
    await mine.push({ goodFor: 60, objects: [about('support', { waiting: 5 })] })
    const { body } = await theirs.read('source=asterisk&type=queue&figures=waiting')
    assert.deepEqual(
      body.rows!.map(({ waiting }) => waiting),
      [null, null]
    )
    const user = await madeUser(mine.customer)
    const ask = asker(client, user, mine.customer)
    const path = '/api/live/v1/values?source=asterisk&type=queue'
    const { body: none } = await ask('GET', path)
    assert.deepEqual(none.rows, [])
    assert.equal(await codeOf(ask('GET', `${path}&objects=support`)), 'E_UNKNOWN_OBJECT')
    assert.equal(
      await codeOf(ask('POST', '/api/live/v1/main', { goodFor: 60, objects: [] })),
      'E_NOT_ALLOWED'
    )
    const sourceless = await theirs.read('source=daktela&type=queue')
    assert.equal(sourceless.body.error?.code, 'E_NO_LIVE_FIGURE')
  })

  test('without a word from the platform it is worked out of the calls that have not ended', async ({
    assert,
  }) => {
    const { customer, ask } = await collecting()
    const now = Math.floor(Date.now() / 1000)
    const line = (ago: number, call: string, name: string, agent: string, rest: string) =>
      `${now - ago}|${now}.${call}|${name}|${agent}|${rest}`
    await collectedLog(customer, [
      line(9000, 'l', 'support', 'NONE', 'ENTERQUEUE||+46701740605|1'),
      line(800, 'x', 'support', 'SIP/1', 'ADDMEMBER|'),
      line(790, 'x', 'support', 'SIP/2', 'ADDMEMBER|'),
      line(780, 'x', 'sälj', 'SIP/2', 'ADDMEMBER|'),
      line(700, 'a', 'support', 'NONE', 'ENTERQUEUE||+46701740605|1'),
      line(690, 'a', 'support', 'SIP/1', 'CONNECT|10|a.1|3'),
      line(120, 'b', 'support', 'NONE', 'ENTERQUEUE||+46701740606|2'),
      line(60, 'c', 'support', 'NONE', 'ENTERQUEUE||+46701740607|3'),
      line(50, 'd', 'sälj', 'NONE', 'ENTERQUEUE||+46701740608|1'),
      line(40, 'd', 'sälj', 'NONE', 'ABANDON|1|1|10'),
    ])
    const figures = ['waiting', 'longestWaitSince', 'agentsLoggedOn', 'agentsTalking']
    const answer = await ask(queues(figures))
    assert.equal(answer.from, 'derived')
    const since = new Date((now - 120) * 1000).toISOString()
    assert.deepEqual(answer.rows.map(valuesOf), [
      {
        ...{ object: 'sälj', objectName: 'sälj' },
        ...{ waiting: 0, longestWaitSince: null, agentsLoggedOn: 1, agentsTalking: 0 },
      },
      {
        ...{ object: 'support', objectName: 'support' },
        ...{ waiting: 2, longestWaitSince: since, agentsLoggedOn: 2, agentsTalking: 1 },
      },
    ])
    assert.deepEqual(answer.total, {
      ...{ waiting: 2, longestWaitSince: since, agentsLoggedOn: 2, agentsTalking: 1 },
    })
    const agents = await ask({
      ...queues(['state', 'stateSince']),
      objectType: 'agent',
      objects: { objects: ['SIP/1'] },
    })
    assert.deepEqual(agents.rows.map(valuesOf), [
      {
        ...{ object: 'SIP/1', objectName: 'SIP/1', state: 'talking' },
        stateSince: new Date((now - 690) * 1000).toISOString(),
      },
    ])
    const old = await ask(queues(['waiting']), new Date(Date.now() + 3_600_000))
    assert.equal(old.total!.waiting, null)
    assert.isString(old.total!.lostSince)
  })

  test('who watches is told when a program tells, and when what is known has become too old', async ({
    assert,
  }) => {
    const { push, reader } = await telling()
    let ahead = 0
    const hub = new QuestionHub({
      now: () => new Date(Date.now() + ahead),
      answer: answerOf,
      soonest: 0,
    })
    const changes: (() => void)[] = []
    const { sheets } = hub.watch({ now: queues(['waiting']) }, reader, () => changes.shift()?.())
    const changed = () => new Promise<void>((resolve) => void changes.push(resolve))
    await changed()
    const sheet = sheets.get('now')!
    const told = changed()
    await push({
      goodFor: 60,
      whole: true,
      objects: [about('support', { waiting: 2 }), about('sälj', { waiting: 1 })],
    })
    await told
    assert.deepEqual(sheet.answer!.total, { waiting: 3 })
    const lost = changed()
    ahead = 61_000
    await lost
    assert.equal(sheet.answer!.total!.waiting, null)
    hub.close()
  })

  test('what was told is there after a restart, as long as it may be shown', async ({ assert }) => {
    const { push, point, ask } = await telling()
    await push({ goodFor: 3600, objects: [about('support', { waiting: 4 })] })
    await push({ goodFor: 1, objects: [about('sälj', { waiting: 4 })] })
    await writeChanges()
    const { customerId, source } = point
    liveStore.forget({ id: point.id, customerId, source })
    const before = await ask(queues(['waiting']))
    assert.equal(before.from, 'derived')
    await restoreValues()
    const after = await ask(queues(['waiting'], { objects: { objects: ['support'] } }))
    assert.deepEqual(after.total, { waiting: 4 })
    await CollectionPoint.query().where('id', point.id).delete()
    await push({ goodFor: 60, objects: [] })
    await writeChanges()
  })
})

/** A customer whose log is collected. */
async function collecting(): Promise<{
  customer: Customer
  ask: (question: LiveQuestion, at?: Date) => ReturnType<typeof answerAlone>
}> {
  const customer = await madeCustomer({ plugins: ['asterisk'] })
  const administrator = await madeUser(customer, { administrator: true })
  const reader = await readerFor(administrator.id, customer.id)
  return { customer, ask: (question, at) => answerAlone(question, reader, at) }
}

async function answerAlone(
  question: LiveQuestion,
  reader: Awaited<ReturnType<typeof readerFor>>,
  at = new Date()
) {
  const [answer] = await askAt([question], reader, at)
  if (answer!.problem) throw new Error(answer!.problem.message)
  return answer!
}
