import { randomUUID } from 'node:crypto'
import { test } from '@japa/runner'
import { NotSent } from '#core/contracts/channel'
import sms from '../index.js'
import { startElks46 } from './elks46_stand_in.js'
import { startSmsapi } from './smsapi_stand_in.js'

const message = (to: string) => ({ id: randomUUID(), to, subject: '', text: 'Din kod är 204861.' })

test.group('Text messages', () => {
  for (const [name, start, said] of [
    ['SMSAPI', startSmsapi, /13: No correct phonenumbers \(12: Invalid phone number\)/],
    ['46elks', startElks46, /400: Invalid to number/],
  ] as const) {
    test(`a number that is none is refused with what ${name} says`, async ({ assert, cleanup }) => {
      const standIn = await start()
      cleanup(() => standIn.stop())
      const refused = await sms.send(message('12'), standIn.settings).catch((e: unknown) => e)
      assert.instanceOf(refused, NotSent)
      assert.match((refused as NotSent).message, said)
      assert.equal((refused as NotSent).outcome, 'permanent')
    })
  }

  test('the same message is not sent twice through SMSAPI', async ({ assert, cleanup }) => {
    const standIn = await startSmsapi()
    cleanup(() => standIn.stop())
    const once = message(standIn.to)
    await sms.send(once, standIn.settings)
    const again = await sms.send(once, standIn.settings).catch((error: unknown) => error)
    assert.instanceOf(again, NotSent)
    const { outcome, message: sentence } = again as NotSent
    assert.equal(outcome, 'unknown')
    assert.match(sentence, /Not unique idx parameter/)
    assert.lengthOf(standIn.received(), 1)
  })

  test('a provider that nobody knows is named, with those there are', async ({ assert }) => {
    await assert.rejects(
      async () => sms.send(message('+46701740605'), { provider: 'pigeon' }),
      'There is no provider "pigeon". There are: smsapi, elks46.'
    )
  })
})
