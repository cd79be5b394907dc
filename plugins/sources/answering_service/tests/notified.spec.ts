import { test } from '@japa/runner'
import { DateTime } from 'luxon'
import SentMessage from '#core/messages/models/sent_message'
import { refreshStatuses } from '#core/messages/refresh_statuses'
import Notification from '#core/notifications/models/notification'
import { notify } from '#core/notifications/notify'
import type User from '#core/users/models/user'
import { collectedSource } from '#tests/made/collected_source'
import { madeCustomer } from '#tests/made/customer'
import { sendingMail } from '#tests/made/mail_server'
import { sendingSms } from '#tests/made/sms'
import { madeUser } from '#tests/made/user'
import answeringService from '../index.js'
import { columns } from '../records/columns.js'

type Record = Partial<{ [column in (typeof columns)[number]]: string }>

const now = DateTime.utc().startOf('second')
/** Counted from when it is asked: other tests may have run since this file was read. */
const later = (minutes: number) => notify(DateTime.utc().plus({ minutes }))
const ago = (minutes: number) => now.minus({ minutes }).toISO()
const service = '+46846500710'

const file = (...records: Record[]) =>
  [columns.join(';')]
    .concat(
      records.map((record) => columns.map((column) => record[column] ?? '').join(';')),
      ''
    )
    .join('\n')

const errand = (errandId: string, { email: person }: User, more: Record = {}): Record => ({
  recordType: 'errand',
  service,
  serviceName: 'Huvudnummer',
  at: ago(30),
  caller: '+46406280401',
  errand: errandId,
  category: 'Felanmälan',
  subject: 'Porten går inte att stänga',
  person,
  ...more,
})

const comment = (recordId: string, { email: person }: User, more: Record = {}): Record => ({
  ...{ recordType: 'comment', recordId, service, at: ago(20), errand: 'E1', person },
  ...{ author: 'Maja', text: 'Kunden ringde igen' },
  ...more,
})

async function told(user: User) {
  const notifications = await Notification.query().where('userId', user.id).orderBy('notedAt')
  return notifications.map(({ state }) => state)
}

test.group('Whom an errand is assigned to', () => {
  test('is told of it and of its comments, once, by the way they chose', async ({
    assert,
    cleanup,
  }) => {
    const mail = await sendingMail(cleanup)
    const sms = await sendingSms(cleanup)
    const { customer, collect } = await collectedSource(answeringService, now.toISODate())
    const swedish = { language: 'sv' }
    const anna = await madeUser(customer, { ...swedish, name: 'Anna Hansson' })
    const erik = await madeUser(customer, { ...swedish, customerUser: true })
    const mobile = { mobile: '+46701740631', mobileConfirmedAt: now }
    await erik.merge({ ...mobile, notifiedBy: 'sms' }).save()
    const maria = await madeUser(customer)
    await maria.merge({ notifiedBy: 'none' }).save()
    const stranger = await madeUser(await madeCustomer())

    const morning = file(
      errand('E1', anna),
      errand('E2', erik),
      errand('E3', maria),
      errand('E4', stranger),
      errand('E5', anna, { at: ago(60 * 24 * 3) }),
      errand('E6', anna, { closedAt: ago(5) }),
      comment('K1', anna),
      comment('K2', anna, { author: 'Anna Hansson', fromCustomer: 'true' }),
      comment('K3', erik, { errand: 'E2', internal: 'true', text: 'Kunden är upprörd' })
    )
    await collect(morning, 'morning.csv')
    await later(1)
    const mails = mail.to(anna.email)
    assert.deepEqual(mails.map(({ subject }) => subject).sort(), [
      'Kommentar till ärende E1',
      'Ärende E1: Felanmälan',
    ])
    const ofErrand = mails.find(({ subject }) => subject?.includes('Felanmälan'))
    assert.include(ofErrand?.text, 'Porten går inte att stänga\nDet kom till Huvudnummer')
    assert.notInclude(ofErrand?.text, '+46406280401')
    const [texted] = sms.received()
    assert.equal(texted?.to, '46701740631')
    assert.equal(
      texted?.text,
      'Ärende E2: Felanmälan\nPorten går inte att stänga\nDet kom till Huvudnummer och är tilldelat dig.'
    )
    assert.deepEqual(await told(maria), ['skipped'])
    assert.deepEqual(await told(stranger), [])

    // The same again, as it stands later, and in another file.
    await collect(`${morning}\n`, 'morning again.csv')
    await collect(file(errand('E1', anna, { revision: '1', deliveredAt: ago(10) })), 'later.csv')
    await later(2)
    assert.lengthOf(mail.mails, 2)
    assert.lengthOf(sms.received(), 1)

    const [{ messageId } = { messageId: '' }] = await Notification.query().where('userId', erik.id)
    const message = await SentMessage.findOrFail(messageId)
    sms.deliver?.(message.reference ?? '', 'confirmed')
    await refreshStatuses()
    await message.refresh()
    assert.equal(message.status, 'confirmed')

    const moved = { revision: '2', at: ago(60 * 24 * 5), assignedAt: ago(1) }
    await collect(
      file(errand('E5', erik, moved), errand('E5', anna, { revision: '1' })),
      'moved.csv'
    )
    await later(3)
    assert.lengthOf(sms.received(), 2)
    assert.lengthOf(mail.mails, 2)
  })

  test('is told later where a server asks for patience, and never twice where it went away', async ({
    assert,
    cleanup,
  }) => {
    const mail = await sendingMail(cleanup)
    const { customer, collect } = await collectedSource(answeringService, now.toISODate())
    const anna = await madeUser(customer)
    mail.mood = 'later'
    await collect(file(errand('E1', anna)), 'one.csv')
    await later(1)
    assert.deepEqual(await told(anna), ['waiting'])
    mail.mood = 'takes'
    await later(1.5)
    assert.lengthOf(mail.mails, 0)
    await Promise.all([later(3), later(3)])
    assert.deepEqual(await told(anna), ['handed'])
    assert.lengthOf(mail.mails, 1)

    mail.mood = 'hangUp'
    await collect(file(errand('E2', anna)), 'two.csv')
    await later(4)
    mail.mood = 'takes'
    await later(60 * 24)
    assert.sameMembers(await told(anna), ['handed', 'unknown'])
    assert.lengthOf(mail.mails, 2)
    const kept = await Notification.query().where('userId', anna.id)
    assert.deepEqual(
      kept.map(({ fields }) => fields),
      [null, null]
    )
  })
})
