import db from '@adonisjs/lucid/services/db'
import { test } from '@japa/runner'
import { DateTime } from 'luxon'
import { planDispatches } from '#core/delivery/actions/plan_dispatches'
import { deliver } from '#core/delivery/deliver'
import Sending from '#core/delivery/models/sending'
import Membership from '#core/users/models/membership'
import SavedReport from '#core/saved_reports/models/saved_report'
import MeasurementObject from '#core/measurement_objects/models/measurement_object'
import { assignObjects } from '#core/measurement_objects/actions/assign_objects'
import { momentText } from '#database/columns'
import { asker, codeOf } from '#tests/made/asker'
import { madeCustomer } from '#tests/made/customer'
import { sendingMail } from '#tests/made/mail_server'
import { madeSavedReport } from '#tests/made/saved_report'
import { statusOf } from '#tests/made/status_of'
import { madeUser } from '#tests/made/user'
import { FRIDAY, LONG_BEFORE, ledgerOf, madeFriday, plannedUntil } from './made_delivery.js'

const text = (content: Buffer | undefined) => content?.toString('utf8') ?? ''

test.group('Delivery', () => {
  test('makes and hands over what is due, once to each recipient, and keeps the file', async ({
    assert,
    client,
    cleanup,
  }) => {
    const server = await sendingMail(cleanup)
    const { customer, saved, ask, administrates } = await madeFriday(client)
    await deliver(FRIDAY.minus({ seconds: 1 }))
    assert.deepEqual(await ledgerOf(customer), [])
    await deliver(FRIDAY.plus({ seconds: 5 }))
    await deliver(FRIDAY.plus({ seconds: 15 }))
    assert.deepEqual(await ledgerOf(customer), ['anna handed', 'bo handed'])
    assert.lengthOf(server.mails, 2)
    const [mail] = server.to('anna@nordvik.example')
    assert.equal(mail.subject, 'Fredagsrapporten 2026-01-05 – 2026-01-09')
    assert.include(mail.text, 'Här är rapporten')
    const { body } = await ask('GET', `/api/report/v1/saved-reports/${saved.id}/sendings`)
    const [sending] = body.sendings
    assert.containSubset(sending, {
      from: '2026-01-05',
      to: '2026-01-09',
      dueAt: FRIDAY.toISO(),
      state: 'made',
    })
    assert.equal(sending.recipients[0].id, mail.messageId?.slice(1).split('@', 1).join(''))
    const [{ id }] = sending.files
    const file = await ask('GET', `/api/report/v1/archive/${id}`)
    assert.equal(`\uFEFF${file.text.replace('\uFEFF', '')}`, text(mail.attachments[0]?.content))
    assert.include(file.text, '9')
    assert.equal(await statusOf(administrates('GET', `/api/report/v1/archive/${id}`)), 200)
    const stranger = await madeUser(await madeCustomer(), { administrator: true })
    const other = asker(client, stranger, await madeCustomer())
    const colleague = asker(client, await madeUser(customer, { seesEverything: true }), customer)
    for (const address of [
      `/api/report/v1/archive/${id}`,
      `/api/report/v1/sendings/${sending.id}`,
      `/api/report/v1/saved-reports/${saved.id}/sendings`,
    ]) {
      assert.equal(await statusOf(colleague('GET', address)), 404)
      assert.isAbove(await statusOf(other('GET', address)), 400)
    }
    assert.equal(await statusOf(ask('DELETE', `/api/report/v1/archive/${id}`)), 204)
    assert.equal(await statusOf(administrates('GET', `/api/report/v1/archive/${id}`)), 404)
  })

  test('repeats nothing and forgets nothing where the clock jumps', async ({
    assert,
    client,
    cleanup,
  }) => {
    const server = await sendingMail(cleanup)
    const { customer } = await madeFriday(client)
    // Ahead by a year: what was due on the way is too old then, and comes at its time all the same.
    await deliver(FRIDAY.plus({ years: 1, days: 3, hours: -2 }))
    const ahead = await ledgerOf(customer)
    assert.isTrue(ahead.every((line) => line.endsWith('skipped')))
    assert.lengthOf(server.to('anna@nordvik.example'), 0)
    await deliver(FRIDAY.minus({ hours: 2 }))
    await deliver(FRIDAY.minus({ minutes: 1 }))
    await deliver(FRIDAY.plus({ minutes: 1 }))
    assert.lengthOf(server.to('anna@nordvik.example'), 1)
    // Back by an hour, and the same time comes again.
    await deliver(FRIDAY.minus({ hours: 1 }))
    await deliver(FRIDAY.plus({ minutes: 2 }))
    assert.lengthOf(server.to('anna@nordvik.example'), 1)
    const sunday = FRIDAY.plus({ weeks: 1 })
    await deliver(sunday.plus({ minutes: 1 }))
    assert.lengthOf(server.to('anna@nordvik.example'), 2)
  })

  test('catches up with what was missed within two days, and tells of what was missed before', async ({
    assert,
    client,
    cleanup,
  }) => {
    const server = await sendingMail(cleanup)
    const { customer, owner } = await madeFriday(client, { recipients: ['anna@nordvik.example'] })
    await plannedUntil(FRIDAY.minus({ days: 8 }))
    await deliver(FRIDAY.plus({ hours: 40 }))
    assert.deepEqual(await ledgerOf(customer), ['anna skipped', 'anna handed'])
    const [told] = server.to(owner.email)
    assert.include(told.text, 'två dygn')
    await deliver(FRIDAY.plus({ hours: 41 }))
    assert.lengthOf(server.to(owner.email), 1)
  })

  test('waits longer and longer for a mail server that is down or asks for time', async ({
    assert,
    client,
    cleanup,
  }) => {
    const server = await sendingMail(cleanup)
    const { customer } = await madeFriday(client)
    await server.stop()
    await deliver(FRIDAY)
    assert.deepEqual(await ledgerOf(customer), ['anna made', 'bo made'])
    await server.start()
    server.mood = 'later'
    // The other one was not even tried; the first is, after a minute.
    await deliver(FRIDAY.plus({ seconds: 30 }))
    await deliver(FRIDAY.plus({ seconds: 61 }))
    assert.lengthOf(server.mails, 0)
    server.mood = 'takes'
    await deliver(FRIDAY.plus({ minutes: 3 }))
    const states = await ledgerOf(customer)
    assert.sameMembers(
      states.map((line) => line.split(' ').at(-1)),
      ['made', 'handed']
    )
    await deliver(FRIDAY.plus({ minutes: 10 }))
    assert.deepEqual(await ledgerOf(customer), ['anna handed', 'bo handed'])
    assert.lengthOf(server.mails, 2)
  })

  test('gives up after a day, or where the server refuses, and tells the owner', async ({
    assert,
    client,
    cleanup,
  }) => {
    const server = await sendingMail(cleanup)
    const { customer, owner } = await madeFriday(client)
    await owner.merge({ zone: 'America/New_York', language: 'en' }).save()
    server.refused.add('anna@nordvik.example')
    await deliver(FRIDAY)
    assert.deepEqual(await ledgerOf(customer), ['anna bounced', 'bo handed'])
    const [told] = server.to(owner.email)
    assert.include(told.subject, 'Fredagsrapporten')
    assert.include(told.text, 'anna@nordvik.example')
    // 18:00 in Stockholm, told by the owner's own clock.
    assert.match(told.text ?? '', /1\/9\/2026, 12:00\sPM/)
    server.mood = 'later'
    for (let hours = 0; hours <= 48; hours += 1) await deliver(FRIDAY.plus({ days: 7, hours }))
    assert.deepEqual(await ledgerOf(customer), [
      'anna bounced',
      'bo handed',
      'anna bounced',
      'bo failed',
    ])
    assert.lengthOf(server.to(owner.email), 1)
    server.mood = 'takes'
    await deliver(FRIDAY.plus({ days: 10 }))
    assert.isAbove(server.to(owner.email).length, 1)
  })

  test('says that it is unknown where the server took it and went away, and sends again only when asked', async ({
    assert,
    client,
    cleanup,
  }) => {
    const server = await sendingMail(cleanup)
    const { customer, owner, saved, ask } = await madeFriday(client, {
      recipients: ['anna@nordvik.example'],
    })
    server.mood = 'hangUp'
    await deliver(FRIDAY)
    assert.deepEqual(await ledgerOf(customer), ['anna unknown'])
    server.mood = 'takes'
    for (const minutes of [2, 10, 60, 600]) await deliver(FRIDAY.plus({ minutes }))
    assert.deepEqual(await ledgerOf(customer), ['anna unknown'])
    assert.lengthOf(server.to('anna@nordvik.example'), 1)
    assert.isNotEmpty(server.to(owner.email))
    const { body } = await ask('GET', `/api/report/v1/saved-reports/${saved.id}/sendings`)
    const [{ id, problem }] = body.sendings[0].recipients
    assert.equal(problem.code, 'E_HANDOVER_UNKNOWN')
    const stranger = await madeUser(await madeCustomer())
    const other = asker(client, stranger, await madeCustomer())
    assert.isAbove(await statusOf(other('POST', `/api/report/v1/dispatches/${id}/again`)), 400)
    assert.equal(await statusOf(ask('POST', `/api/report/v1/dispatches/${id}/again`)), 200)
    await plannedUntil(DateTime.utc())
    await deliver(DateTime.utc().plus({ seconds: 1 }))
    assert.deepEqual(await ledgerOf(customer), ['anna handed'])
    const [first, second] = server.to('anna@nordvik.example')
    assert.equal(first.messageId, second.messageId)
    const again = ask('POST', `/api/report/v1/dispatches/${id}/again`)
    assert.equal(await codeOf(again), 'E_NOT_SENT_AGAIN')
  })

  test('stops a report whose owner may no longer do it, and tells the administrators', async ({
    assert,
    client,
    cleanup,
  }) => {
    const server = await sendingMail(cleanup)
    const { customer, owner, administrator, saved } = await madeFriday(client)
    await Membership.query().where('userId', owner.id).delete()
    await deliver(FRIDAY)
    await deliver(FRIDAY.plus({ weeks: 1 }))
    assert.deepEqual(await ledgerOf(customer), ['anna failed', 'bo failed'])
    assert.lengthOf(server.to('anna@nordvik.example'), 0)
    assert.lengthOf(server.to(administrator.email), 1)
    const kept = await SavedReport.findOrFail(saved.id)
    assert.isTrue(kept.paused)
  })

  test('stops a report of a platform that the customer no longer has', async ({
    assert,
    client,
    cleanup,
  }) => {
    const server = await sendingMail(cleanup)
    const { customer, administrator } = await madeFriday(client)
    const { default: CustomerPlugin } = await import('#core/customers/models/customer_plugin')
    await CustomerPlugin.query()
      .where({ customerId: customer.id, plugin: 'asterisk' })
      .update({ enabled: false })
    await deliver(FRIDAY)
    assert.deepEqual(await ledgerOf(customer), ['anna failed', 'bo failed'])
    assert.lengthOf(server.to(administrator.email), 1)
  })

  test('gives each recipient what they may see themselves where that is chosen, and outsiders nothing', async ({
    assert,
    client,
    cleanup,
  }) => {
    const server = await sendingMail(cleanup)
    const made = await madeFriday(client, {}, { ownRights: true, interval: 'period' })
    const { customer, saved, owner, ask, administrates } = made
    const limited = await madeUser(customer)
    const all = await madeUser(customer, { seesEverything: true })
    const object = await MeasurementObject.findByOrFail({
      customerId: customer.id,
      identifier: 'support',
    })
    const membership = await Membership.findByOrFail({
      userId: limited.id,
      customerId: customer.id,
    })
    const { customerId, id: membershipId } = membership
    await assignObjects({ customerId, membershipId, objectIds: [object.id] })
    await saved.merge({ recipients: [limited.email, all.email, 'out@sider.example'] }).save()
    await deliver(FRIDAY)
    const figures = (address: string) => {
      const lines = text(server.to(address)[0].attachments[0]?.content).split('\r\n')
      return lines[1].split(';').at(-2)
    }
    assert.equal(figures(limited.email), '6')
    assert.equal(figures(all.email), '9')
    assert.lengthOf(server.to('out@sider.example'), 0)
    assert.include(server.to(owner.email)[0].text, 'out@sider.example')
    const { body } = await ask('GET', `/api/report/v1/saved-reports/${saved.id}/sendings`)
    const [{ files, recipients }] = body.sendings
    assert.deepEqual(
      files.map(({ downloadable }: { downloadable: boolean }) => downloadable),
      [false, false]
    )
    const outsider = recipients.find(
      ({ address }: { address: string }) => address === 'out@sider.example'
    )
    assert.equal(outsider.state, 'skipped')
    assert.equal(outsider.problem.code, 'E_RECIPIENT_UNKNOWN')
    assert.equal(await statusOf(ask('GET', `/api/report/v1/archive/${files[0].id}`)), 404)
    assert.equal(await statusOf(administrates('GET', `/api/report/v1/archive/${files[0].id}`)), 200)
  })

  test('sends nothing while the report is inactive or paused, nor to who was taken off it since', async ({
    assert,
    client,
    cleanup,
  }) => {
    const server = await sendingMail(cleanup)
    const { customer, saved } = await madeFriday(client, { paused: true })
    await deliver(FRIDAY)
    await saved.merge({ paused: false }).save()
    await deliver(FRIDAY.plus({ minutes: 1 }))
    assert.deepEqual(await ledgerOf(customer), [])
    await server.stop()
    await deliver(FRIDAY.plus({ weeks: 1 }))
    await saved.merge({ recipients: ['anna@nordvik.example'] }).save()
    await server.start()
    await deliver(FRIDAY.plus({ weeks: 1, minutes: 5 }))
    assert.deepEqual(await ledgerOf(customer), ['anna handed', 'bo skipped'])
  })

  test('sends by hand as if on another day, to others, though the report is inactive', async ({
    assert,
    client,
    cleanup,
  }) => {
    const server = await sendingMail(cleanup)
    const made = await madeFriday(client, { active: false }, { period: 'yesterday' })
    const { saved, schedule, ask, customer } = made
    const address = `/api/report/v1/saved-reports/${saved.id}/schedules/${schedule.id}/send`
    const { status, body } = await ask('POST', address, {
      asIfOn: '2026-01-06',
      recipients: ['carl@nordvik.example', 'Carl@nordvik.example'],
    })
    assert.equal(status, 202)
    assert.containSubset(body.sending, { from: '2026-01-05', to: '2026-01-05', byHand: true })
    await deliver(DateTime.utc().plus({ seconds: 1 }))
    assert.deepEqual(await ledgerOf(customer), ['carl handed'])
    assert.lengthOf(server.mails, 1)
    assert.include(text(server.mails[0].mail.attachments[0]?.content), '9')
    const wrong = await ask('POST', address, { asIfOn: '2026-02-30' })
    assert.equal(wrong.status, 422)
    const { saved: empty, schedule: its } = await madeSavedReport(customer, made.owner, {
      recipients: [],
      createdAt: LONG_BEFORE,
    })
    const nobody = `/api/report/v1/saved-reports/${empty.id}/schedules/${its.id}/send`
    assert.equal(await codeOf(ask('POST', nobody)), 'E_NO_RECIPIENTS')
  })

  test('hands an archived file to a new owner only where it was made with their rights', async ({
    assert,
    client,
    cleanup,
  }) => {
    await sendingMail(cleanup)
    const { customer, saved, ask } = await madeFriday(client)
    await deliver(FRIDAY)
    const { body } = await ask('GET', `/api/report/v1/saved-reports/${saved.id}/sendings`)
    const [{ id }] = body.sendings[0].files
    const heir = await madeUser(customer)
    await saved.merge({ ownerId: heir.id }).save()
    const heirs = asker(client, heir, customer)
    const listed = await heirs('GET', `/api/report/v1/saved-reports/${saved.id}/sendings`)
    assert.isFalse(listed.body.sendings[0].files[0].downloadable)
    assert.equal(await statusOf(heirs('GET', `/api/report/v1/archive/${id}`)), 404)
    assert.equal(await statusOf(ask('GET', `/api/report/v1/archive/${id}`)), 404)
  })

  test('the time that a schedule keeps as its next follows its changes, holidays and pauses', async ({
    assert,
    client,
    cleanup,
  }) => {
    await sendingMail(cleanup)
    const { customer, saved, schedule, ask, administrates } = await madeFriday(client, {
      recipients: ['anna@nordvik.example'],
    })
    await plannedUntil(DateTime.utc())
    const base = `/api/report/v1/saved-reports/${saved.id}`
    const shown = async () => {
      const { body } = await ask('GET', base)
      const { id, warnings, ...times } = body.savedReport.schedules[0]
      const { body: due } = await ask('POST', '/api/report/v1/schedule-runs', {
        ...times,
        count: 2,
      })
      return (due.runs as { dueAt: string }[]).map(({ dueAt }) =>
        DateTime.fromISO(dueAt).toMillis()
      )
    }
    const kept = async () => {
      const { nextDueAt } = await schedule.refresh()
      return nextDueAt?.toMillis()
    }
    const change = async (values: object) => {
      const changed = await ask('PATCH', `${base}/schedules/${schedule.id}`, values)
      assert.equal(changed.status, 200, changed.text)
    }
    const times = {
      ...{ send: 'fridays', period: 'weekToToday', format: 'csv', closedDays: 'skip' },
      ...{ grouping: 'total', interval: 'weekday', charts: false },
    }
    const seen = new Set<number>()
    for (const [zone, sendTime] of [
      ['Europe/Stockholm', '06:15'],
      ['America/New_York', '06:15'],
      ['Asia/Tokyo', '23:45'],
    ]) {
      await change({ ...times, zone, sendTime })
      const [next] = await shown()
      assert.equal(await kept(), next)
      seen.add(next)
    }
    assert.equal(seen.size, 3)
    // A holiday on that day skips it, and taking the holiday back brings it back.
    const [first, second] = await shown()
    const date = DateTime.fromMillis(first, { zone: 'Asia/Tokyo' }).toISODate()
    for (const [holidays, next] of [
      [[{ date, name: 'Closed' }], second],
      [[], first],
    ] as const) {
      const answer = administrates('PATCH', '/api/admin/v1/settings', { holidays })
      assert.equal(await statusOf(answer), 200)
      await planDispatches()
      assert.equal(await kept(), next)
    }
    const after = (millis: number) => DateTime.fromMillis(millis).plus({ minutes: 1 })
    assert.equal(await statusOf(ask('POST', `${base}/pause`)), 200)
    assert.equal(await planDispatches(after(first)), 0)
    assert.equal(await kept(), second)
    assert.equal(await statusOf(ask('DELETE', `${base}/pause`)), 200)
    assert.equal(await kept(), second)
    assert.equal(await planDispatches(after(second)), 1)
    assert.deepEqual(await ledgerOf(customer), ['anna planned'])
    assert.isAbove((await kept()) ?? 0, second)
    await change({ ...times, send: 'never', sendTime: '06:15', zone: 'Asia/Tokyo' })
    assert.equal(await planDispatches(after(second).plus({ weeks: 5 })), 0)
  })

  test('a holiday entered or taken back late neither leaves a period out nor sends it twice', async ({
    assert,
    client,
  }) => {
    const at = (local: string) => DateTime.fromISO(local, { zone: 'Europe/Stockholm' }).toUTC()
    const times = {
      ...{ send: 'mondays', sendTime: '18:00', period: 'previousWeek' },
      ...{ closedDays: 'previousWorkingDay', zone: 'Europe/Stockholm' },
    } as const
    const { customer } = await madeFriday(client, {}, times)
    const closed = (...dates: string[]) =>
      db
        .from('customers')
        .where('id', customer.id)
        .update({
          holidays: JSON.stringify(dates.map((date) => ({ date, name: 'Closed' }))),
          holidays_changed_at: momentText(DateTime.utc().plus({ years: 30 })),
        })
    const covered = async () => {
      const sendings = await Sending.query().where('customerId', customer.id).orderBy('onDate')
      return sendings.map(({ onDate, state }) => `${onDate} ${state}`)
    }
    // On Saturday somebody enters the Monday that comes: its report should have gone on Friday.
    await plannedUntil(at('2026-01-10T10:00'))
    await closed('2026-01-12')
    await planDispatches(at('2026-01-10T11:00'))
    assert.deepEqual(await covered(), ['2026-01-12 planned'])
    await planDispatches(at('2026-01-12T19:00'))
    assert.deepEqual(await covered(), ['2026-01-12 planned'])
    // Of the 19th it goes on Friday the 16th; on Saturday the holiday is taken back.
    await closed('2026-01-19')
    await planDispatches(at('2026-01-16T19:00'))
    await closed()
    await planDispatches(at('2026-01-17T10:00'))
    await planDispatches(at('2026-01-26T19:00'))
    assert.deepEqual(await covered(), [
      '2026-01-12 planned',
      '2026-01-19 planned',
      '2026-01-26 planned',
    ])
  })
})
