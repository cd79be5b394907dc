import { test } from '@japa/runner'
import { DateTime } from 'luxon'
import type Customer from '#core/customers/models/customer'
import CustomerPlugin from '#core/customers/models/customer_plugin'
import SentMessage from '#core/messages/models/sent_message'
import { refreshStatuses } from '#core/messages/refresh_statuses'
import { sendMessage } from '#core/messages/send_message'
import { savePlugin } from '#core/operations/actions/save_plugin'
import { registry } from '#core/plugins/registry'
import { methodsOf } from '#core/users/second_factor/method'
import { madeCustomer } from '#tests/made/customer'
import { ownSms, sendingSms } from '#tests/made/sms'
import { madeUser } from '#tests/made/user'

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

test.group('A customer that has an account of its own', () => {
  const toPerson = (userId: number, to: string) =>
    sendMessage({ channel: 'sms', to, subject: 'Prov', text: 'Prov', userId })

  test('texts its people by it, others go by the installation’s, and each is asked what arrived', async ({
    assert,
    cleanup,
  }) => {
    const installation = await sendingSms(cleanup)
    const [mine, others] = [await madeCustomer(), await madeCustomer()]
    const own = await ownSms(mine, cleanup)
    const anna = await madeUser(mine)
    const both = await madeUser(mine)
    await madeUser(others, { email: both.email })
    const stranger = await madeUser(others)
    const [toAnna, toBoth] = [
      await toPerson(anna.id, '+46701740611'),
      await toPerson(both.id, '+46701740612'),
    ]
    await toPerson(stranger.id, '+46701740613')
    assert.deepEqual(
      own.received().map(({ to }) => to),
      ['46701740611']
    )
    assert.includeMembers(
      installation.received().map(({ to }) => to),
      ['46701740612', '46701740613']
    )
    own.deliver?.(toAnna.reference ?? '', 'confirmed')
    installation.deliver?.(toBoth.reference ?? '', 'bounced')
    await refreshStatuses()
    for (const message of [toAnna, toBoth]) await message.refresh()
    assert.deepEqual([toAnna.status, toBoth.status], ['confirmed', 'bounced'])
  })

  test('keeps its key sealed, and is texted by the installation’s again without it', async ({
    assert,
    cleanup,
  }) => {
    const installation = await sendingSms(cleanup)
    const customer = await madeCustomer()
    const own = await ownSms(customer, cleanup)
    const kept = await CustomerPlugin.findByOrFail({ customerId: customer.id, plugin: 'sms' })
    assert.notInclude(JSON.stringify(kept.settings), String(own.settings.secret))
    const anna = await madeUser(customer)
    await savePlugin(customer, registry().channel('sms'), { settings: { secret: null } })
    await toPerson(anna.id, '+46701740621')
    await savePlugin(customer, registry().channel('sms'), { enabled: false })
    await toPerson(anna.id, '+46701740622')
    assert.lengthOf(own.received(), 0)
    assert.lengthOf(installation.received(), 2)
  })

  test('lets its people choose codes by SMS where the installation sends none', async ({
    assert,
    cleanup,
  }) => {
    const [texting, silent] = [await madeCustomer(), await madeCustomer()]
    await ownSms(texting, cleanup)
    const mobile = { mobile: '+46701740631', mobileConfirmedAt: DateTime.utc() }
    const waysOf = async (customer: Customer) => {
      const user = await madeUser(customer)
      const ways = await methodsOf(await user.merge(mobile).save())
      return ways.map(({ method }) => method)
    }
    assert.deepEqual(await waysOf(texting), ['email', 'sms'])
    assert.deepEqual(await waysOf(silent), ['email'])
  })
})
