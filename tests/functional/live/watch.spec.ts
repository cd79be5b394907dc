import encryption from '@adonisjs/core/services/encryption'
import { test } from '@japa/runner'
import type { LiveQuestion } from '#core/contracts/question'
import { liveStore } from '#core/live/live_store'
import { watchPoints } from '#core/live/watch_points'
import { readerFor } from '#core/permissions/read_rights'
import { Exchange } from '#plugins/sources/asterisk/demo/manager/exchange'
import { managerStandIn } from '#plugins/sources/asterisk/tests/manager/stand_in'
import { askAt } from '#tests/made/asked'
import { madeCustomer } from '#tests/made/customer'
import { madeObjects, madePoint, queue } from '#tests/made/objects'
import { madeUser } from '#tests/made/user'

const waiting: LiveQuestion = {
  kind: 'live',
  source: 'asterisk',
  objectType: 'queue',
  figures: ['waiting', 'agentsReady'],
}

test.group('Live values | listening', () => {
  test('a platform that tells is listened to, again after its connection was lost, and nobody else’s is', async ({
    assert,
    cleanup,
  }) => {
    const exchange = new Exchange(Math.floor(Date.now() / 1000))
    exchange.add('support', 'Anna', 'SIP/8001').join('support', 'c.1').told()
    const standIn = await managerStandIn(exchange)
    const customer = await madeCustomer({ plugins: ['asterisk'] })
    const point = await madePoint(customer, { name: 'pbx' })
    await madeObjects(point, [queue('support')])
    const settings = {
      manager: standIn.address,
      managerUser: 'stat',
      managerSecret: encryption.encrypt('secret'),
    }
    await point.merge({ settings }).save()
    const silent = await madeCustomer({ plugins: ['asterisk'] })
    await madePoint(silent, { name: 'pbx' })
    const administrator = await madeUser(customer, { administrator: true })
    const reader = await readerFor(administrator.id, customer.id)
    const total = async () => {
      const [answer] = await askAt([waiting], reader, new Date())
      return answer!.from === 'pushed' ? answer!.total : undefined
    }
    /** Resolves when a change has made it so. */
    const told = (is: (row: object | null | undefined) => boolean) =>
      new Promise<void>((resolve) => {
        const unfollow = liveStore.follow(({ customerId }) => {
          if (customerId !== customer.id) throw new Error('Another customer’s was told.')
          void total().then((row) => {
            if (!is(row)) return
            unfollow()
            resolve()
          })
        })
      })
    const has = (count: number) => (row: object | null | undefined) =>
      (row as { waiting?: number } | undefined)?.waiting === count

    const first = told(has(1))
    const stop = watchPoints()
    cleanup(async () => {
      await stop()
      standIn.close()
    })
    await first
    assert.deepEqual(await total(), { waiting: 1, agentsReady: 1 })
    const joined = told(has(2))
    exchange.join('support', 'c.2')
    standIn.tell()
    await joined
    // What happens meanwhile is in the list that it asks for when it is back.
    const back = told(has(3))
    standIn.drop()
    exchange.join('support', 'c.3').told()
    await back
    assert.isAbove(standIn.asked.filter((action) => action === 'Login').length, 1)
  })
})
