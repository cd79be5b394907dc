import { randomUUID } from 'node:crypto'
import { test } from '@japa/runner'
import { NotSent } from '#core/contracts/channel'
import sms from '../index.js'
import { startElks46 } from './elks46_stand_in.js'
import { startSmsapi } from './smsapi_stand_in.js'

const textTo = (to: string) => ({ id: randomUUID(), to, subject: '', text: 'Din kod är 204861.' })

test.group('Text messages', () => {
  for (const [name, start, said] of [
    ['SMSAPI', startSmsapi, /13: No correct phonenumbers \(12: Invalid phone number\)/],
    ['46elks', startElks46, /400: Invalid to number/],
  ] as const) {
    test(`a number that is none is refused with what ${name} says`, async ({ assert, cleanup }) => {
      const standIn = await start()
      cleanup(() => standIn.stop())
      const refused = await sms.send(textTo('12'), standIn.settings).catch((e: unknown) => e)
      assert.instanceOf(refused, NotSent)
      assert.match((refused as NotSent).message, said)
      assert.equal((refused as NotSent).outcome, 'permanent')
    })
  }

  test('the same message is not sent twice through SMSAPI', async ({ assert, cleanup }) => {
    const standIn = await startSmsapi()
    cleanup(() => standIn.stop())
    const once = textTo(standIn.to)
    await sms.send(once, standIn.settings)
    const again = await sms.send(once, standIn.settings).catch((error: unknown) => error)
    assert.instanceOf(again, NotSent)
    const { outcome, message: sentence } = again as NotSent
    assert.equal(outcome, 'unknown')
    assert.match(sentence, /Not unique idx parameter/)
    assert.lengthOf(standIn.received(), 1)
  })

  test('five reports in one request of SMSAPI are five, with our ids', async ({ assert }) => {
    const query = {
      MsgId: 'a,b,c,d,e',
      status: '404,DELIVERED,402,407,408',
      donedate: '1796000000,1796000001,0,,x',
      idx: '1,2,3,4,5',
    }
    const called = sms.calls!({ method: 'GET', query, body: {} }, { provider: 'smsapi' })
    assert.deepEqual(
      called.reports.map(({ reference, message, state }) => `${reference} ${message} ${state}`),
      ['a 1 delivered', 'b 2 delivered', 'c 3 expired', 'd 4 rejected', 'e 5 unknown']
    )
    assert.deepEqual(called.answer, { status: 200, body: 'OK' })
    assert.equal(called.reports[0]?.at?.getTime(), 1_796_000_000_000)
  })

  test('a message of many that SMSAPI has already stops no other, and is not sent again', async ({
    assert,
    cleanup,
  }) => {
    const standIn = await startSmsapi()
    cleanup(() => standIn.stop())
    const messages = ['+46701740605', '+46701740606'].map(textTo)
    await sms.send(messages[0]!, standIn.settings)
    const outcomes = await sms.sendMany!(messages, standIn.settings)
    const [again, other] = messages.map(({ id }) => outcomes.get(id))
    assert.equal((again as NotSent).outcome, 'unknown')
    assert.property(other, 'reference')
    assert.lengthOf(standIn.received(), 2)
  })

  test('where points end in the middle, nothing is lost and the rest can be tried later', async ({
    assert,
    cleanup,
  }) => {
    const standIn = await startSmsapi({ points: 0.2 })
    cleanup(() => standIn.stop())
    const [first, second] = ['+46701740605', '+46701740606'].map(textTo)
    const taken = await sms.send(first!, standIn.settings)
    assert.deepInclude(taken, { price: '0.16', unit: 'points', parts: 1 })
    const refused = await sms.send(second!, standIn.settings).catch((error: unknown) => error)
    assert.equal((refused as NotSent).outcome, 'temporary')
    assert.match((refused as NotSent).message, /error 103/)
  })

  test('what SMSAPI still holds can be taken back', async ({ assert, cleanup }) => {
    const standIn = await startSmsapi()
    cleanup(() => standIn.stop())
    const { reference } = await sms.send(textTo(standIn.to), standIn.settings)
    const ended = await sms.cancel!([reference, 'never-seen'], standIn.settings)
    assert.deepEqual([...ended], [reference])
  })

  test('a provider that nobody knows is named, with those there are', async ({ assert }) => {
    await assert.rejects(
      async () => sms.send(textTo('+46701740605'), { provider: 'pigeon' }),
      'There is no provider "pigeon". There are: smsapi, elks46.'
    )
  })
})
