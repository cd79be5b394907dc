import { test } from '@japa/runner'
import SentMessage from '#core/messages/models/sent_message'
import { refreshStatuses } from '#core/messages/refresh_statuses'
import { sendMessage } from '#core/messages/send_message'
import { sendingSms } from '#tests/made/sms'

const sms = (to: string) =>
  sendMessage({ channel: 'sms', to, subject: 'Prov', text: 'Det här är ett prov.' })

test.group('What was sent', () => {
  test('is kept with how it went, and later with whether it arrived', async ({
    assert,
    cleanup,
  }) => {
    const provider = await sendingSms(cleanup)
    const [first, second, third] = [
      await sms('+46701740601'),
      await sms('+46701740602'),
      await sms('+46701740603'),
    ]
    assert.deepEqual([first.status, second.status, third.status], ['handed', 'handed', 'handed'])
    provider.deliver?.(first.reference ?? '', 'confirmed')
    provider.deliver?.(second.reference ?? '', 'bounced')
    assert.equal(await refreshStatuses(), 2)
    for (const message of [first, second, third]) await message.refresh()
    assert.deepEqual(
      [first.status, second.status, third.status],
      ['confirmed', 'bounced', 'handed']
    )
  })

  test('that the platform refused is kept with why, and who sent it is told', async ({
    assert,
    cleanup,
  }) => {
    await sendingSms(cleanup)
    await assert.rejects(() => sms('+4670'), /could not be sent by sms/)
    const kept = await SentMessage.query().where('to', '+4670').firstOrFail()
    assert.equal(kept.status, 'failed')
    assert.include(kept.problem, 'Invalid phone number')
  })

  test('is nothing by a channel that is not set up', async ({ assert }) => {
    await assert.rejects(() => sms('+46701740604'), /its settings are missing/)
  })
})
