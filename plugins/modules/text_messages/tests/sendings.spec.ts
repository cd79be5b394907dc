import type { ApiClient } from '@japa/api-client'
import db from '@adonisjs/lucid/services/db'
import { test } from '@japa/runner'
import CustomerPlugin from '#core/customers/models/customer_plugin'
import { callbackToken } from '#core/messages/callbacks/callback_address'
import type { ChannelUse } from '#core/contracts/module_channel'
import type { CustomerTools } from '#core/contracts/module_tools'
import { customerTools } from '#core/modules/module_tools'
import { asker, codeOf, partOf } from '#tests/made/asker'
import { madeCustomer } from '#tests/made/customer'
import { ownSms } from '#tests/made/sms'
import { madeUser } from '#tests/made/user'
import { drive } from '../engine/drive.js'
import { CHANNEL, giveUp, tick } from '../engine/tick.js'
import { writeFacts } from '../engine/write_facts.js'
import module from '../index.js'
import { until } from '#tests/made/until'

const API = '/api/text_messages/v1'
const FAR = Date.now() + 3_600_000

type Cleanup = (end: () => Promise<void>) => void

/** A customer with the module and a gateway of its own: a stand-in, so that nothing is ever sent. */
async function madeCompany(
  client: ApiClient,
  cleanup: Cleanup,
  settings: Record<string, string | number | boolean> = {}
) {
  const customer = await madeCustomer({ plugins: ['text_messages'] })
  const gateway = await ownSms(customer, cleanup)
  // Tests run at any hour.
  const always = { hoursFrom: '00:00', hoursTo: '24:00', sundays: true, ratePerSecond: 500 }
  const kept = await CustomerPlugin.findByOrFail({
    customerId: customer.id,
    plugin: 'text_messages',
  })
  await kept.merge({ settings: { ...always, ...settings } }).save()
  const of = async (values: Parameters<typeof madeUser>[1]) => {
    const person = await madeUser(customer, values)
    return asker(client, person, customer)
  }
  return {
    customer,
    gateway,
    of,
    ask: await of({ administrator: true }),
    tools: customerTools(module, customer.id),
  }
}

const numberAt = (at: number) => `+4670174${String(100_000 + at).slice(1)}`
const recipients = (count: number) =>
  Array.from({ length: count }, (_, at) => ({ number: numberAt(at) }))

async function planned(
  ask: Awaited<ReturnType<typeof madeCompany>>['ask'],
  count: number
): Promise<number> {
  const wish = { name: 'Höstmöte', text: 'Mötet börjar kl. 18.', recipients: recipients(count) }
  const sending = (await partOf(ask('POST', `${API}/sendings`, wish), 'sending')) as { id: number }
  return sending.id
}

const countOf = (tools: CustomerTools, id: number, ...state: string[]) =>
  tools.rows('messages').count({ sending_id: id, state })

test.group('SMS | single messages', () => {
  test('go at once, and the history tells what became of them, to each by their right', async ({
    assert,
    client,
    cleanup,
  }) => {
    const { customer, gateway, ask, of, tools } = await madeCompany(client, cleanup)
    const wish = { to: ['070-174 06 05'], text: 'Välkommen kl. 14.', idx: 'order 1204' }
    const sent = await ask('POST', `${API}/messages`, wish)
    assert.equal(sent.status, 201, sent.text)
    assert.deepInclude(sent.body.messages[0], {
      ...{ number: '+46701740605', state: 'handed', parts: 1, price: '0.16', unit: 'points' },
      ...{ idx: 'order 1204', via: 'api', text: 'Välkommen kl. 14.' },
    })
    assert.lengthOf(gateway.received(), 1)

    const { reference, id } = sent.body.messages[0]
    const told = gateway.tells(String(reference), 'delivered')
    await client.get(`/in/sms/${callbackToken('sms', customer.id)}`).qs(told.query)
    const late = gateway.tells(String(reference), 'sent')
    await client.get(`/in/sms/${callbackToken('sms', customer.id)}`).qs(late.query)
    const read = await ask('GET', `${API}/messages/${id}`)
    assert.deepInclude(read.body, { state: 'delivered', code: '404' })

    const reader = await of({})
    await giveRight(customer.id, 'text_messages.read')
    const seen = await reader('GET', `${API}/messages?number=0701740605`)
    assert.deepInclude(seen.body.messages[0], { number: '+46*****0605', text: null })
    assert.equal(await codeOf(reader('POST', `${API}/messages`, wish)), 'E_NOT_ALLOWED')
    const old = await reader('GET', `${API}/messages?to=2020-01-01T00:00:00Z`)
    assert.deepEqual(old.body, { messages: [], next: null })

    const other = await madeCompany(client, cleanup)
    const others = await other.ask('GET', `${API}/messages`)
    assert.deepEqual(others.body.messages, [])
    assert.equal(await codeOf(other.ask('GET', `${API}/messages/${id}`)), 'E_TEXTS_MESSAGE')

    await writeFacts(tools)
    const report = await ask('POST', '/api/report/v1/generate', {
      ...{ report: 'text_messages.messages', interval: 'period', grouping: 'total' },
      ...{ period: { from: today(), to: today() }, objects: 'all', columns: 'all', format: 'json' },
    })
    assert.equal(report.status, 200, report.text)
    assert.deepInclude(report.body.total, { messages: 1, delivered: 1, parts: 1 })
    assert.equal(Number(report.body.total.cost), 0.16)
  })

  test('that a gateway hung up on are unknown, never go again by themselves, and by hand once', async ({
    assert,
    client,
    cleanup,
  }) => {
    const { gateway, ask, tools } = await madeCompany(client, cleanup)
    gateway.hangUp()
    const sent = await ask('POST', `${API}/messages`, { to: ['0701740605'], text: 'Hej' })
    const [{ id, state }] = sent.body.messages
    assert.equal(state, 'unknown')
    await tick(tools)
    assert.lengthOf(gateway.received(), 1)
    // The gateway has it already under our id: that is no failure, and nothing is sent twice.
    const again = await ask('POST', `${API}/messages/${id}/resend`)
    assert.equal(again.body.state, 'unknown')
    assert.lengthOf(gateway.received(), 1)
    assert.equal(
      await codeOf(ask('POST', `${API}/messages`, { to: ['12'], text: 'Hej' })),
      'E_TEXTS_NUMBER'
    )
  })
})

test.group('SMS | sendings to many', () => {
  test('are planned, tested, started, paused, resumed and stopped, with the money stated', async ({
    assert,
    client,
    cleanup,
  }) => {
    const { gateway, ask, tools } = await madeCompany(client, cleanup, { fourEyesFrom: 1000 })
    await ask('POST', `${API}/optouts`, { number: numberAt(0) })
    const plan = await ask('POST', `${API}/sendings`, {
      ...{ name: 'Höstmöte', text: 'Hej {namn}!' },
      recipients: [
        ...recipients(301).map((one, at) => ({ ...one, fields: { namn: `nr ${at}` } })),
        ...recipients(2),
        { number: 'Anna' },
      ],
    })
    assert.equal(plan.status, 201, plan.text)
    const { id } = plan.body.sending
    assert.equal(plan.body.sending.recipients, 300)
    assert.deepInclude(plan.body.left, { repeated: 2, optedOut: 1, invalidCount: 1 })
    assert.deepEqual(plan.body.left.invalid, [{ number: 'Anna', row: 304 }])

    const tested = await ask('POST', `${API}/sendings/${id}/test`, { to: ['0701999999'] })
    assert.deepEqual(tested.body.estimate, { amount: '48', unit: 'points' })
    assert.equal(gateway.received()[0]?.text, 'Hej nr 1!')

    await ask('POST', `${API}/sendings/${id}/start`)
    const channel = (await tools.channel(CHANNEL)) as ChannelUse
    const driven = drive({ customer: tools, channel, until: FAR }, id)
    await until(() => gateway.received().length > 1)
    await ask('POST', `${API}/sendings/${id}/pause`)
    await driven
    const paused = gateway.received().length
    assert.isBelow(paused, 301)
    await tick(tools)
    assert.lengthOf(gateway.received(), paused)

    await ask('POST', `${API}/sendings/${id}/resume`)
    const resumed = drive({ customer: tools, channel, until: FAR }, id)
    await until(() => gateway.received().length > paused)
    await ask('POST', `${API}/sendings/${id}/pause`)
    await resumed
    const numbers = gateway.received().map(({ to }) => to)
    assert.lengthOf(new Set(numbers), numbers.length)

    // What was handed over before is with the operator by now, where nothing takes it back.
    await tools
      .rows('messages')
      .update({ sending_id: id, state: 'handed' }, { state: 'sent', untold: 'told' })
    const stopped = await ask('POST', `${API}/sendings/${id}/stop`)
    const { counts, spent, notSpent, state } = stopped.body.sending
    const handed = numbers.length - 1
    assert.equal(state, 'stopped')
    assert.equal(counts.sent, handed)
    assert.equal(counts.stopped ?? 0, 300 - handed)
    assert.equal(Number(spent), Math.round(handed * 16) / 100)
    assert.equal(Number(notSpent), Math.round((300 - handed) * 16) / 100)
    assert.equal(await codeOf(ask('POST', `${API}/sendings/${id}/resume`)), 'E_TEXTS_STATE')
  }).timeout(120_000)

  test('lose nobody and double nobody where workers are killed: unknown are those in flight', async ({
    assert,
    client,
    cleanup,
  }) => {
    const { gateway, ask, tools } = await madeCompany(client, cleanup)
    const id = await planned(ask, 460)
    await ask('POST', `${API}/sendings/${id}/start`)
    const channel = (await tools.channel(CHANNEL)) as ChannelUse
    const inFlight = new Set<string>()
    for (const at of ['before the request', 'after the answer']) {
      let isDead = false
      const killed: ChannelUse = {
        ...channel,
        async sendMany(messages) {
          for (const { to } of messages) inFlight.add(to.replace('+', ''))
          if (at === 'after the answer') await channel.sendMany(messages)
          isDead = true
          return new Promise(() => {})
        },
      }
      void drive({ customer: tools, channel: killed, until: FAR }, id)
      await until(() => isDead)
      // Another takes over once the dead one has not been heard of for a while.
      await tools.rows('sendings').update({ id }, { heartbeat_at: new Date(0) })
    }
    assert.equal(await giveUp(tools, new Date(FAR)), inFlight.size)
    await Promise.all([1, 2].map(() => drive({ customer: tools, channel, until: FAR }, id)))
    await until(async () => !(await countOf(tools, id, 'waiting', 'handing')))
    await tick(tools)
    const numbers = gateway.received().map(({ to }) => to)
    assert.lengthOf(new Set(numbers), numbers.length)
    const unknown = await tools.rows('messages').list({
      where: { sending_id: id, state: 'unknown' },
      limit: 1000,
    })
    assert.sameMembers(
      unknown.map(({ number }) => String(number).replace('+', '')),
      [...inFlight]
    )
    assert.equal(await countOf(tools, id, 'handed'), 460 - inFlight.size)
    const sending = await partOf(ask('GET', `${API}/sendings/${id}`), 'sending')
    assert.equal((sending as { state: string }).state, 'finished')
  }).timeout(120_000)

  test('rows are claimed by one worker, however many ask at once', async ({
    assert,
    client,
    cleanup,
  }) => {
    const { ask, tools } = await madeCompany(client, cleanup)
    const id = await planned(ask, 60)
    const wish = { where: { sending_id: id, state: 'waiting' }, limit: 15, mark: 'worker' }
    const claimed = await Promise.all(
      Array.from({ length: 8 }, () => tools.rows('messages').claim(wish, { state: 'handing' }))
    )
    const ids = claimed.flat().map((row) => row.id)
    assert.lengthOf(new Set(ids), ids.length)
    assert.equal(await countOf(tools, id, 'handing'), ids.length)
  })

  test('pause by themselves where the account takes nothing more, and lose nobody', async ({
    assert,
    client,
    cleanup,
  }) => {
    const { gateway, ask, tools } = await madeCompany(client, cleanup)
    const id = await planned(ask, 20)
    await ask('POST', `${API}/sendings/${id}/start`)
    gateway.answerError(103, 'Insufficient credits')
    await tick(tools)
    const read = await ask('GET', `${API}/sendings/${id}`)
    assert.equal(read.body.sending.state, 'paused')
    assert.match(read.body.sending.problem, /103/)
    assert.equal(await countOf(tools, id, 'waiting'), 20)
    await ask('POST', `${API}/sendings/${id}/resume`)
    await tick(tools)
    assert.lengthOf(gateway.received(), 20)
  })

  test('to many are started by somebody else, held at night, and left to who has opted out', async ({
    assert,
    client,
    cleanup,
  }) => {
    // Half a day from now, by the clock of the recipients.
    const hour = String((Number(stockholm({ hour: '2-digit' })) + 12) % 24).padStart(2, '0')
    const { customer, gateway, ask, of, tools } = await madeCompany(client, cleanup, {
      ...{ fourEyesFrom: 10, hoursFrom: `${hour}:00`, hoursTo: `${hour}:01` },
    })
    const id = await planned(ask, 10)
    assert.equal(await codeOf(ask('POST', `${API}/sendings/${id}/start`)), 'E_TEXTS_FOUR_EYES')
    const second = await of({ administrator: true })
    const started = await second('POST', `${API}/sendings/${id}/start`)
    assert.equal(started.body.sending.state, 'running')
    await tick(tools)
    assert.lengthOf(gateway.received(), 0)
    assert.equal(await countOf(tools, id, 'waiting'), 10)
    const reply = { MsgId: 'x', sms_from: numberAt(3).slice(1), sms_to: '1', sms_text: 'Stopp' }
    await client.get(`/in/sms/${callbackToken('sms', customer.id)}`).qs(reply)
    assert.equal(await countOf(tools, id, 'skipped'), 1)
    const optouts = (await partOf(ask('GET', `${API}/optouts`), 'optouts')) as { number: string }[]
    assert.deepEqual(
      optouts.map(({ number }) => number),
      [numberAt(3)]
    )
  })
})

/** Gives everybody of the customer a right who is no administrator. */
async function giveRight(customerId: number, right: string) {
  const members = (await db
    .from('memberships')
    .where({ customer_id: customerId, role: 'user' })
    .select('id')) as { id: number }[]
  for (const { id } of members) {
    await db.table('membership_rights').insert({ membership_id: id, right })
  }
}

const stockholm = (options: Intl.DateTimeFormatOptions) =>
  new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/Stockholm', ...options }).format(new Date())
const today = () => stockholm({})
