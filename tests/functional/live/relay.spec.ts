import { spawn } from 'node:child_process'
import { once } from 'node:events'
import app from '@adonisjs/core/services/app'
import { test } from '@japa/runner'
import { type LivePoint, liveStore } from '#core/live/live_store'
import { Exchange } from '#plugins/sources/asterisk/demo/manager/exchange'
import { managerStandIn } from '#plugins/sources/asterisk/tests/manager/stand_in'
import { madeCustomer } from '#tests/made/customer'
import { madePoint } from '#tests/made/objects'
import { madeTicket } from '#tests/made/ticket'
import { madeUser } from '#tests/made/user'

const path = app.makePath('scripts/relay/asterisk.mjs')

test.group('Live values | the relay of Asterisk', () => {
  test('it tells what happens behind a firewall, and again after its connection was lost', async ({
    assert,
    cleanup,
  }) => {
    const exchange = new Exchange(Math.floor(Date.now() / 1000))
    exchange.add('support', 'Anna Åberg', 'SIP/8001').add('support', 'Local/a2@x/n', 'Local/a2@x/n')
    exchange.join('support', 'c.1').told()
    const standIn = await managerStandIn(exchange, { split: true })
    const customer = await madeCustomer({ plugins: ['asterisk'] })
    const point = await madePoint(customer, { name: 'Kontoret å' })
    const { headers } = await madeTicket(
      await madeUser(customer, { administrator: true }),
      customer,
      ['collect']
    )
    const [host, port] = standIn.address.split(':')
    const relay = spawn(process.execPath, [path], {
      stdio: 'ignore',
      env: {
        TELESTAT_URL: `http://127.0.0.1:${process.env.PORT}`,
        TELESTAT_POINT: point.name,
        TELESTAT_TOKEN: headers['Api-Token'],
        TELESTAT_SECRET: headers['Api-Secret'],
        AMI_HOST: host,
        AMI_PORT: port,
        AMI_USER: 'stat',
        AMI_SECRET: 'secret',
      },
    })
    cleanup(() => {
      relay.kill()
      standIn.close()
    })
    const told = (is: () => boolean) =>
      new Promise<void>((resolve) => {
        const look = () => {
          if (!is()) return
          unfollow()
          resolve()
        }
        const unfollow = liveStore.follow(look)
        look()
      })
    const valueOf = (type: string, name: string) =>
      liveStore.get((point as LivePoint).id, type, name)?.values
    const waiting = (count: number) => () => valueOf('queue', 'support')?.waiting === count

    await told(waiting(1))
    assert.deepInclude(valueOf('queue', 'support'), {
      waiting: 1,
      agentsReady: ['Anna Åberg', 'Local/a2@x'],
      agentsTalking: [],
    })
    exchange.connect('support', 'c.1', 'Anna Åberg').pause('support', 'Local/a2@x/n', 'Lunch')
    standIn.tell()
    await told(waiting(0))
    assert.deepInclude(valueOf('queue', 'support'), {
      longestWaitSince: null,
      agentsTalking: ['Anna Åberg'],
      agentsPaused: ['Local/a2@x'],
    })
    assert.deepInclude(valueOf('agent', 'Anna Åberg'), { state: 'talking' })
    assert.deepInclude(valueOf('agent', 'Local/a2@x'), { state: 'paused', pauseReason: 'Lunch' })
    standIn.drop()
    exchange.join('support', 'c.2').join('support', 'c.3').told()
    await told(waiting(2))
  }).timeout(120_000)

  test('without its settings it says which are missing, and ends', async ({ assert }) => {
    const relay = spawn(process.execPath, [path], { env: {}, stdio: ['ignore', 'ignore', 'pipe'] })
    let said = ''
    relay.stderr.on('data', (piece: Buffer) => (said += piece.toString()))
    const [code] = (await once(relay, 'close')) as [number]
    assert.equal(code, 2)
    assert.equal(said, 'Set TELESTAT_URL, TELESTAT_TOKEN, TELESTAT_SECRET, AMI_USER, AMI_SECRET.\n')
  })
})
