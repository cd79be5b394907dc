import { connect } from 'node:net'
import { once } from 'node:events'
import { test } from '@japa/runner'
import type { CollectionPoint, Tools } from '#core/contracts/collector'
import type { LiveChange, LiveRow } from '#core/contracts/live'
import { AsteriskCollector } from '../collector.js'
import { MessageReader } from '../manager/message_reader.js'
import { QueueState } from '../manager/queue_state.js'
import { Known } from './known.js'
import { Exchange } from '../demo/manager/exchange.js'
import type { Faults } from '../demo/manager/manager_server.js'
import { managerStandIn } from './manager/stand_in.js'

const BANNER = 'Asterisk Call Manager/13.0.0\r\n'
const MORNING = 1_796_006_560

/** What a queue is, in words that both ways of telling have. */
const told = (row: LiveRow | undefined) => ({
  waiting: row?.waiting ?? 0,
  longestWaitSince: row?.longestWaitSince ?? null,
  loggedOn: listed(row?.agentsLoggedOn),
  talking: listed(row?.agentsTalking),
  paused: listed(row?.agentsPaused),
})
const listed = (value: LiveRow[string] | undefined) =>
  Array.isArray(value) ? [...(value as string[])].sort() : []

/** The same, worked out of the queue_log. */
async function logged(log: readonly string[], queue: string) {
  const facts = await new Known().read(`${log.join('\n')}\n`)
  const waits = facts.of('queueCall', { queue, outcome: 'ongoing' }).map(({ at }) => at)
  const agents = (state: string) =>
    facts
      .of('agentState', { queue, state, seconds: null })
      .map(({ agent }) => String(agent))
      .sort()
  return {
    waiting: waits.length,
    longestWaitSince: waits[0] ?? null,
    loggedOn: agents('loggedOn'),
    talking: agents('talking'),
    paused: agents('paused'),
  }
}

const rowOf = (objects: LiveChange['objects'], type: string, identifier: string) =>
  objects.find((one) => one.objectType === type && one.identifier === identifier)?.values ??
  undefined

const ANNA = 'Anna Åberg, 1: ö'

/** A morning, moment by moment: after each of these everything has been told. */
function morning(exchange: Exchange): (() => void)[] {
  return [
    () => exchange.add('support', ANNA, 'SIP/8001').add('support', 'Bo Ek', 'Local/a2@agents/n'),
    () => exchange.add('växel åäö', 'Bo Ek', 'Local/a2@agents/n').later(1).join('support', 'c.1'),
    () => exchange.later(2).connect('support', 'c.1', ANNA).later(1).join('support', 'c.2'),
    () => exchange.later(4).join('support', 'c.3').later(1).join('växel åäö', 'c.4'),
    () => exchange.later(3).complete('support', 'c.1', ANNA, 7).pause('support', ANNA, 'Lunch å'),
    () => exchange.later(2).abandon('support', 'c.3').connect('växel åäö', 'c.4', 'Bo Ek'),
    () => exchange.later(9).complete('växel åäö', 'c.4', 'Bo Ek', 9),
    () => exchange.later(1).pause('support', ANNA, '', false).connect('support', 'c.2', ANNA),
    () => exchange.later(5).complete('support', 'c.2', ANNA, 5).remove('support', 'Bo Ek'),
    () => exchange.add('support', 'Local/a9@agents/n', 'Local/a9@agents/n').later(1),
  ]
}

test.group('Asterisk | the manager interface', () => {
  test('wherever the bytes are cut, the same messages are read', ({ assert }) => {
    const exchange = new Exchange(MORNING)
    for (const moment of morning(exchange).slice(0, 3)) moment()
    const bytes = Buffer.from(`${BANNER}${exchange.told()}${exchange.list('t1')}`)
    const read = (...parts: Buffer[]) => {
      const reader = new MessageReader()
      const messages = parts.flatMap((part) => reader.take(part))
      return JSON.stringify(messages.map((message) => [...message]))
    }
    const whole = read(bytes)
    assert.isAbove(whole.split('QueueMember').length, 8)
    for (let at = 1; at < bytes.length; at += 1) {
      if (read(bytes.subarray(0, at), bytes.subarray(at)) !== whole) assert.fail(`cut at ${at}`)
    }
    assert.equal(read(...Array.from(bytes, (byte) => Buffer.of(byte))), whole)
    assert.throws(() => read(Buffer.from('SSH-2.0-OpenSSH\r\n')), /not an Asterisk manager/)
    assert.throws(() => read(Buffer.from(`${BANNER}Queue: ${'x'.repeat(300_000)}`)), /has no end/)
  })

  test('at each quiet moment it says what the queue_log says, also where it was begun in the middle', async ({
    assert,
  }) => {
    const exchange = new Exchange(MORNING)
    const states: QueueState[] = []
    const reader = new MessageReader()
    reader.take(Buffer.from(BANNER))
    for (const moment of morning(exchange)) {
      // One that has listened from here on only.
      const later = new QueueState()
      later.beginList()
      for (const message of reader.take(Buffer.from(exchange.list('t1')))) {
        later.take(message, exchange.second * 1000)
      }
      states.push(later)
      const before = exchange.told()
      assert.equal(before, '')
      moment()
      const messages = reader.take(Buffer.from(exchange.told()))
      for (const queue of ['support', 'växel åäö']) {
        const log = await logged(exchange.log, queue)
        for (const [index, state] of states.entries()) {
          if (queue === 'support') {
            for (const message of messages) state.take(message, exchange.second * 1000)
          }
          const { longestWaitSince, ...now } = told(
            rowOf(state.objects(exchange.second * 1000), 'queue', queue)
          )
          assert.deepEqual(
            now,
            omit(log),
            `${queue} after ${exchange.log.at(-1)}, begun at ${index}`
          )
          assert.equal(longestWaitSince === null, log.longestWaitSince === null)
        }
      }
    }
  })

  test('what is told again, or is older than the list that has it, changes nothing', ({
    assert,
  }) => {
    const exchange = new Exchange(MORNING)
    exchange.add('support', ANNA, 'SIP/8001').join('support', 'c.1')
    const early = exchange.told()
    exchange.later(30).join('support', 'c.2')
    const reader = new MessageReader()
    const state = new QueueState()
    state.beginList()
    const now = exchange.second * 1000
    const all = `${BANNER}${exchange.list('t1')}${early}${exchange.told()}${early}`
    for (const message of reader.take(Buffer.from(all))) state.take(message, now)
    const support = rowOf(state.objects(now), 'queue', 'support')
    assert.deepInclude(support, { waiting: 2, agentsReady: [ANNA] })
    // A list takes away what has left without a word.
    exchange.abandon('support', 'c.1').told()
    state.beginList()
    for (const message of reader.take(Buffer.from(exchange.list('t2')))) state.take(message, now)
    assert.deepInclude(rowOf(state.objects(now), 'queue', 'support'), { waiting: 1 })
  })

  test('an agent’s state is the strongest of all queues, with since when', ({ assert }) => {
    const exchange = new Exchange(MORNING)
    exchange.add('support', ANNA, 'SIP/8001').add('sales', ANNA, 'SIP/8001')
    exchange.later(60).pause('support', ANNA, 'Lunch')
    const state = new QueueState((queue) => (queue === 'support' ? 20 : 0))
    const reader = new MessageReader()
    reader.take(Buffer.from(BANNER))
    const now = () => {
      const at = exchange.second * 1000
      for (const message of reader.take(Buffer.from(exchange.told()))) state.take(message, at)
      return rowOf(state.objects(at), 'agent', ANNA)
    }
    assert.deepInclude(now(), { state: 'ready', pauseReason: null })
    exchange.pause('sales', ANNA, 'Lunch')
    const since = new Date((MORNING + 60) * 1000).toISOString()
    assert.deepInclude(now(), { state: 'paused', stateSince: since, pauseReason: 'Lunch' })
    exchange.pause('support', ANNA, '', false).pause('sales', ANNA, '', false)
    exchange.join('support', 'c.1').later(5).connect('support', 'c.1', ANNA)
    assert.deepInclude(now(), {
      state: 'talking',
      stateSince: new Date(exchange.second * 1000).toISOString(),
      loggedOnSince: new Date(MORNING * 1000).toISOString(),
    })
    exchange.later(30).complete('support', 'c.1', ANNA, 30)
    assert.deepInclude(now(), { state: 'wrapUp' })
    exchange.later(20)
    assert.deepInclude(now(), { state: 'ready' })
  })

  test('a session signs in by challenge, lists, follows, and ends with the connection or the signal', async ({
    assert,
    cleanup,
  }) => {
    const exchange = new Exchange(Math.floor(Date.now() / 1000))
    exchange.add('support', ANNA, 'SIP/8001').join('support', 'c.1')
    const late = exchange.told()
    const standIn = await managerStandIn(exchange, { split: true, late })
    cleanup(() => standIn.close())
    const stop = new AbortController()
    const changes = watching(standIn.address, stop.signal)
    const first = await changes.next()
    assert.isTrue(first.value!.whole)
    assert.deepInclude(rowOf(first.value!.objects, 'queue', 'support'), { waiting: 1 })
    exchange.connect('support', 'c.1', ANNA)
    standIn.tell()
    const talking = await until(changes, (change) =>
      listed(rowOf(change.objects, 'queue', 'support')?.agentsTalking).includes(ANNA)
    )
    assert.deepInclude(rowOf(talking.objects, 'queue', 'support'), { waiting: 0 })
    const ended = changes.next()
    stop.abort()
    assert.deepEqual(await ended, { done: true, value: undefined })

    const again = watching(standIn.address, AbortSignal.timeout(60_000))
    await again.next()
    const dropped = again.next()
    standIn.drop()
    await assert.rejects(() => dropped, /closed the connection/)
  })

  test('a storm of events, and more queues and members than anybody has, end in what is so, told in few changes', async ({
    assert,
    cleanup,
  }) => {
    const exchange = new Exchange(Math.floor(Date.now() / 1000))
    for (let at = 0; at < 2000; at += 1) {
      exchange.add(`q${at % 500}`, `Agent ${at}`, `SIP/${at}`)
    }
    exchange.told()
    const standIn = await managerStandIn(exchange)
    cleanup(() => standIn.close())
    const stop = new AbortController()
    const changes = watching(standIn.address, stop.signal)
    const first = await changes.next()
    assert.lengthOf(first.value!.objects, 2500)
    for (let at = 0; at < 2000; at += 1) {
      exchange.join(`q${at % 500}`, `c.${at}`)
      standIn.tell()
      if (at >= 7) exchange.abandon(`q${at % 500}`, `c.${at}`)
    }
    standIn.tell()
    let changed = 0
    const last = await until(changes, ({ objects }) => {
      changed += 1
      const waiting = objects.map(({ values }) => Number(values?.waiting ?? 0))
      return waiting.reduce((sum, one) => sum + one, 0) === 7
    })
    assert.deepInclude(rowOf(last.objects, 'queue', 'q6'), { waiting: 1 })
    assert.deepInclude(rowOf(last.objects, 'queue', 'q7'), { waiting: 0 })
    assert.isBelow(changed, 200)
    stop.abort()
    await changes.return(undefined)
  })

  test('trying the settings says what to mend', async ({ assert, cleanup }) => {
    const tried = async (faults: Faults, settings: Record<string, string> = {}) => {
      const standIn = await managerStandIn(new Exchange(MORNING), faults)
      cleanup(() => standIn.close())
      return new AsteriskCollector(tools).test(pointOf(standIn.address, settings))
    }
    await assert.doesNotReject(() => tried({}))
    await assert.rejects(
      () => tried({}, { managerSecret: 'wrong' }),
      /does not let "stat" in \(Authentication failed\)\. Look at the account in manager\.conf/
    )
    await assert.rejects(() => tried({ stranger: true }), /not an Asterisk manager interface/)
    await assert.rejects(() => tried({ closes: true }), /closed the connection/)
    await assert.rejects(
      () => tried({}, { manager: 'http://pbx/x' }),
      /must be a host, or host:port/
    )
    await assert.doesNotReject(() => tried({}, { manager: '' }))
  })
})

const omit = ({ longestWaitSince: _, ...rest }: Awaited<ReturnType<typeof logged>>) => rest

const tools: Tools = {
  fetch,
  connect: async ({ host, port }) => {
    const socket = connect({ host, port })
    await once(socket, 'connect')
    return socket
  },
  now: () => new Date(),
  log: () => undefined,
}

const pointOf = (manager: string, settings: Record<string, string> = {}): CollectionPoint => ({
  id: 1,
  customerId: 1,
  zone: 'Europe/Stockholm',
  settings: { manager, managerUser: 'stat', managerSecret: 'secret', ...settings },
})

const watching = (address: string, signal: AbortSignal) =>
  new AsteriskCollector(tools).watch(pointOf(address), signal)!

async function until(changes: AsyncGenerator<LiveChange>, is: (change: LiveChange) => boolean) {
  for (let next = await changes.next(); !next.done; next = await changes.next()) {
    if (is(next.value)) return next.value
  }
  throw new Error('It ended before.')
}
