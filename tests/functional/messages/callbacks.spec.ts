import { test } from '@japa/runner'
import { callbackToken } from '#core/messages/callbacks/callback_address'
import SentMessage from '#core/messages/models/sent_message'
import { sendMessage } from '#core/messages/send_message'
import { madeCustomer } from '#tests/made/customer'
import { ownSms, sendingSms } from '#tests/made/sms'
import { madeUser } from '#tests/made/user'
import env from '#start/env'

const sms = (to: string, userId?: number) =>
  sendMessage({ channel: 'sms', to, subject: 'Prov', text: 'Ett prov.', userId: userId ?? null })
const delivered = (reference: string, idx = '') => ({
  MsgId: reference,
  status: '404',
  donedate: '1796000000',
  idx,
})

test.group('What a platform tells of messages', () => {
  test('moves the message on, at the address of its account alone', async ({
    assert,
    client,
    cleanup,
  }) => {
    await sendingSms(cleanup)
    const customer = await madeCustomer()
    await ownSms(customer, cleanup)
    const person = await madeUser(customer)
    const sent = await sms('+46701740651', person.id)
    const [own, installation] = [callbackToken('sms', customer.id), callbackToken('sms', null)]
    // The references of two accounts may be the same.
    await client.get(`/in/sms/${installation}`).qs(delivered(sent.reference ?? ''))
    await sent.refresh()
    assert.equal(sent.status, 'handed')
    const response = await client.get(`/in/sms/${own}`).qs(delivered(sent.reference ?? ''))
    response.assertStatus(200)
    assert.equal(response.text(), 'OK')
    await sent.refresh()
    assert.equal(sent.status, 'confirmed')
    const late = { ...delivered(sent.reference ?? ''), status: '405' }
    await client.get(`/in/sms/${own}`).qs(late)
    await sent.refresh()
    assert.equal(sent.status, 'confirmed')
  })

  test('before its reference was kept is not lost, and an unknown one is known by our id', async ({
    assert,
    client,
    cleanup,
  }) => {
    const provider = await sendingSms(cleanup)
    const address = env.get('PUBLIC_URL')
    env.set('PUBLIC_URL', 'https://stats.example')
    cleanup(() => env.set('PUBLIC_URL', address ?? ''))
    const token = callbackToken('sms', null)
    const reference = `5F3A${String(provider.received().length).padStart(20, '0')}`
    await client.get(`/in/sms/${token}`).qs(delivered(reference))
    const sent = await sms('+46701740652')
    assert.equal(sent.reference, reference)
    assert.equal(sent.status, 'confirmed')
    assert.equal(provider.received().at(-1)?.callback, `https://stats.example/in/sms/${token}`)

    provider.hangUp()
    await assert.rejects(() => sms('+46701740653'))
    const unknown = await SentMessage.query().where('to', '+46701740653').firstOrFail()
    assert.equal(unknown.reference, null)
    await client.get(`/in/sms/${token}`).qs(delivered('late-reference', unknown.id))
    await unknown.refresh()
    assert.deepEqual([unknown.reference, unknown.status], ['late-reference', 'confirmed'])
  })

  test('is taken as a form too, and by a wrong address never', async ({
    assert,
    client,
    cleanup,
  }) => {
    await sendingSms(cleanup)
    const sent = await sms('+46701740654')
    const token = callbackToken('sms', null)
    const form = delivered(sent.reference ?? '')
    const told = await client.post(`/in/sms/${token}`).form(form)
    told.assertStatus(200)
    await sent.refresh()
    assert.equal(sent.status, 'confirmed')
    const wrong = `${token.slice(0, -1)}${token.endsWith('A') ? 'Q' : 'A'}`
    for (const path of [`/in/sms/${wrong}`, '/in/sms/0-short', `/in/pigeon/${token}`]) {
      // An address of its own: wrong ones are counted for each.
      const refused = await client.get(path).qs(form).header('x-forwarded-for', '203.0.113.77')
      assert.equal(refused.status(), 404, path)
    }
  })
})
