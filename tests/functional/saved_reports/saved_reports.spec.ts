import { test } from '@japa/runner'
import db from '@adonisjs/lucid/services/db'
import { friday, madeArchive, SAVED } from '#tests/functional/saved_reports/made_archive'
import { asker, codeOf } from '#tests/made/asker'
import { madeCustomer } from '#tests/made/customer'
import { madeTicket } from '#tests/made/ticket'
import { madeUser } from '#tests/made/user'
import { statusOf } from '#tests/made/status_of'

interface Listed {
  savedReports: { name: string }[]
}
const namesIn = ({ savedReports }: Listed) => savedReports.map(({ name }) => name)
async function namesOf(answer: Promise<{ body: Listed }>) {
  const { body } = await answer
  return namesIn(body)
}

test.group('Saving reports', () => {
  test('what was saved is there again as it was asked for, with its schedule and the next time', async ({
    assert,
    client,
  }) => {
    const { uses, user } = await madeArchive(client)
    const made = await uses('POST', SAVED, friday)
    assert.equal(made.status, 201)
    const { body } = await uses('GET', `${SAVED}/${made.body.savedReport.id}`)
    assert.containSubset(body.savedReport, {
      name: 'Fredagsrapporten',
      report: 'asterisk.queue',
      state: 'active',
      recipients: ['anna.hansson@nordvik.example'],
      query: friday.query,
      locale: 'sv',
      owner: { id: user.id, email: user.email, problem: null },
    })
    assert.containSubset(body.savedReport.schedules, [
      {
        send: 'fridays',
        sendTime: '18:05',
        zone: 'Europe/Stockholm',
        closedDays: 'send',
        period: 'weekToToday',
        grouping: 'object',
        interval: 'weekday',
        format: 'xlsx',
        specification: false,
        ownRights: false,
      },
    ])
    const next = new Date(body.savedReport.nextRunAt as string)
    assert.equal(next.toLocaleDateString('en', { weekday: 'long' }), 'Friday')
    assert.isAbove(next.getTime(), Date.now())
  })

  test('what cannot be made is refused when it is saved, naming what would have been right', async ({
    assert,
    client,
  }) => {
    const { uses } = await madeArchive(client)
    const save = (query: object) => uses('POST', SAVED, { ...friday, query })
    const column = await save({ ...friday.query, columns: ['incoming', 'anwsered'] })
    assert.containSubset(column.body.error, { code: 'E_UNKNOWN_COLUMN', field: 'query.columns.1' })
    assert.include(column.body.error.allowed, 'answered')
    const object = await save({ ...friday.query, objects: ['support', 'moon'] })
    assert.containSubset(object.body.error, { code: 'E_UNKNOWN_OBJECT', field: 'query.objects.1' })
    const none = await save({ ...friday.query, columns: [] })
    assert.equal(none.status, 422)
    const report = await save({ ...friday.query, report: 'trio.moon' })
    assert.containSubset(report.body.error, { code: 'E_UNKNOWN_REPORT', field: 'query.report' })
    const dated = await save({ ...friday.query, period: { from: '2026-01-01' } })
    assert.containSubset(dated.body.error, { code: 'E_UNKNOWN_FIELD', field: 'query.period.from' })
    const misspelt = await save({ ...friday.query, colums: ['answered'] })
    assert.containSubset(misspelt.body.error, { code: 'E_UNKNOWN_FIELD', field: 'query.colums' })
    const address = await uses('POST', SAVED, { ...friday, recipients: ['anna'] })
    assert.equal(address.body.error.field, 'recipients.0')
    assert.deepEqual(await namesOf(uses('GET', SAVED)), [])
  })

  test('a user is refused an object that they may not see, as if it were not there', async ({
    assert,
    client,
  }) => {
    const { customer } = await madeArchive(client)
    const narrow = asker(client, await madeUser(customer), customer)
    const refused = await narrow('POST', SAVED, friday)
    assert.equal(refused.status, 404)
    assert.equal(refused.body.error.code, 'E_UNKNOWN_OBJECT')
  })

  test('settings are changed one by one, and an address that is given twice is one', async ({
    assert,
    client,
  }) => {
    const { uses } = await madeArchive(client)
    const made = await uses('POST', SAVED, friday)
    const address = `${SAVED}/${made.body.savedReport.id}`
    const changed = await uses('PATCH', address, {
      name: 'Veckan',
      locale: 'en',
      recipients: ['Bo@nordvik.example', 'bo@nordvik.example'],
      expiresOn: '2020-01-31',
    })
    assert.containSubset(changed.body.savedReport, {
      name: 'Veckan',
      locale: 'en',
      state: 'expired',
      nextRunAt: null,
      query: friday.query,
    })
    assert.deepEqual(changed.body.savedReport.recipients, ['bo@nordvik.example'])
    const none = await uses('PATCH', address, { expiresOn: null, active: false })
    assert.equal(none.body.savedReport.state, 'inactive')
    assert.equal(await codeOf(uses('PATCH', address, { locale: 'fi' })), 'E_VALIDATION')
    assert.equal(await statusOf(uses('DELETE', address)), 204)
    assert.equal(await codeOf(uses('GET', address)), 'E_UNKNOWN_SAVED_REPORT')
  })

  test('a pause ends on its day, or when it is taken up again', async ({ assert, client }) => {
    const { uses } = await madeArchive(client)
    const made = await uses('POST', SAVED, friday)
    const pause = `${SAVED}/${made.body.savedReport.id}/pause`
    assert.equal(await codeOf(uses('POST', pause, { until: '2020-01-01' })), 'E_DAY_IS_OVER')
    const paused = await uses('POST', pause, { until: '2099-01-01' })
    assert.containSubset(paused.body.savedReport, { state: 'paused', pausedUntil: '2099-01-01' })
    const resumed = await uses('DELETE', pause)
    assert.containSubset(resumed.body.savedReport, { state: 'active', paused: false })
  })

  test('what is done to a saved report stands in the audit log', async ({ assert, client }) => {
    const { uses, administrates } = await madeArchive(client)
    const made = await uses('POST', SAVED, friday)
    await uses('DELETE', `${SAVED}/${made.body.savedReport.id}`)
    const { body } = await administrates('GET', '/api/audit/v1/entries')
    const actions = (body.entries as { action: string; subject: string }[])
      .filter(({ subject }) => subject === 'Fredagsrapporten')
      .map(({ action }) => action)
    assert.sameMembers(actions, ['savedReport.created', 'savedReport.deleted'])
  })
})

test.group('Whose saved reports are seen', () => {
  test('everybody sees their own, an administrator everybody’s when asking for all', async ({
    assert,
    client,
  }) => {
    const { uses, administrates, customer } = await madeArchive(client)
    const made = await uses('POST', SAVED, friday)
    await administrates('POST', SAVED, { ...friday, name: 'Chefens' })
    const address = `${SAVED}/${made.body.savedReport.id}`
    const other = asker(client, await madeUser(customer, { seesEverything: true }), customer)
    assert.deepEqual(await namesOf(other('GET', `${SAVED}?all=true`)), [])
    assert.equal(await statusOf(other('GET', address)), 404)
    assert.equal(await statusOf(other('PATCH', address, { name: 'Min' })), 404)
    assert.deepEqual(await namesOf(administrates('GET', SAVED)), ['Chefens'])
    const all = await administrates('GET', `${SAVED}?all=true`)
    assert.deepEqual(namesIn(all.body), ['Chefens', 'Fredagsrapporten'])
    assert.equal(await statusOf(administrates('GET', address)), 200)
  })

  test('are sought by name, recipient, type and owner, and answered in parts', async ({
    assert,
    client,
  }) => {
    const { uses, administrates, user } = await madeArchive(client)
    for (const name of ['Åre', 'Bodø', 'Cesis']) await uses('POST', SAVED, { ...friday, name })
    await administrates('POST', SAVED, { ...friday, name: 'Chefens' })
    const part = async (ask: typeof uses, query: string) => {
      const { body } = await ask('GET', `${SAVED}?${query}`)
      return [namesIn(body), body.found, body.all]
    }
    assert.deepEqual(await part(uses, 'limit=2'), [['Bodø', 'Cesis'], 3, 3])
    assert.deepEqual(await part(uses, 'limit=2&offset=2'), [['Åre'], 3, 3])
    assert.deepEqual(await part(uses, `filter=${encodeURIComponent('å')}`), [['Åre'], 1, 3])
    assert.deepEqual(await part(uses, 'filter=chef'), [[], 0, 3])
    const owned = await part(administrates, `all=true&filter=${user.email}&limit=1`)
    assert.deepEqual(owned, [['Bodø'], 3, 4])
    const queues = await part(administrates, 'all=true&filter=queue&order=-name&limit=500')
    assert.deepEqual(queues, [['Åre', 'Chefens', 'Cesis', 'Bodø'], 4, 4])
    assert.equal(await statusOf(uses('GET', `${SAVED}?order=owner`)), 422)
  })

  test('another customer’s are not there, whatever is asked', async ({ assert, client }) => {
    const mine = await madeArchive(client)
    const theirs = await madeArchive(client)
    const made = await theirs.administrates('POST', SAVED, friday)
    const { id, schedules } = made.body.savedReport
    const address = `${SAVED}/${id}`
    const schedule = `${address}/schedules/${schedules[0].id}`
    const asked = [
      mine.administrates('GET', address),
      mine.administrates('PATCH', address, { name: 'Min' }),
      mine.administrates('DELETE', address),
      mine.administrates('POST', `${address}/copy`),
      mine.administrates('POST', `${address}/pause`),
      mine.administrates('PUT', `${address}/owner`, { userId: mine.user.id }),
      mine.administrates('POST', `${address}/for-groups`, { groups: [mine.groups[0].id] }),
      mine.administrates('POST', `${address}/schedules`, friday.schedules[0]),
      mine.administrates('PATCH', schedule, friday.schedules[0]),
      mine.administrates('DELETE', schedule),
    ]
    for (const answer of await Promise.all(asked)) assert.equal(answer.status, 404)
    assert.deepEqual(await namesOf(mine.administrates('GET', `${SAVED}?all=true`)), [])
    assert.equal(await statusOf(theirs.administrates('GET', address)), 200)
  })

  test('a ticket lists its owner’s and changes none', async ({ assert, client }) => {
    const { uses, user, customer } = await madeArchive(client)
    const made = await uses('POST', SAVED, friday)
    const { headers } = await madeTicket(user, customer)
    const answer = await fetch(`http://127.0.0.1:${process.env.PORT}${SAVED}`, { headers })
    assert.deepEqual(namesIn((await answer.json()) as Listed), ['Fredagsrapporten'])
    const refused = await fetch(
      `http://127.0.0.1:${process.env.PORT}${SAVED}/${made.body.savedReport.id}`,
      { headers, method: 'DELETE' }
    )
    assert.equal(refused.status, 403)
  })

  test('the basic edition has none', async ({ assert, client }) => {
    const customer = await madeCustomer({ edition: 'basic', plugins: ['asterisk'] })
    const administrates = asker(client, await madeUser(customer, { administrator: true }), customer)
    assert.equal(await codeOf(administrates('GET', SAVED)), 'E_NOT_IN_EDITION')
    assert.equal(await codeOf(administrates('POST', SAVED, friday)), 'E_NOT_IN_EDITION')
  })
})

test.group('Another owner', () => {
  test('an administrator gives a report to somebody who may see all that it is of', async ({
    assert,
    client,
  }) => {
    const { administrates, uses, user, customer } = await madeArchive(client)
    const made = await administrates('POST', SAVED, friday)
    const address = `${SAVED}/${made.body.savedReport.id}`
    const narrow = await madeUser(customer)
    const refused = await administrates('PUT', `${address}/owner`, { userId: narrow.id })
    assert.equal(refused.body.error.code, 'E_OWNER_CANNOT_MAKE')
    assert.equal(await statusOf(uses('GET', address)), 404)
    const given = await administrates('PUT', `${address}/owner`, { userId: user.id })
    assert.equal(given.body.savedReport.owner.email, user.email)
    assert.equal(await statusOf(uses('GET', address)), 200)
    assert.equal(await statusOf(uses('PUT', `${address}/owner`, { userId: user.id })), 403)
  })

  test('an owner who is locked stops the report, and who sees it is told', async ({
    assert,
    client,
  }) => {
    const { administrates, uses, user } = await madeArchive(client)
    const made = await uses('POST', SAVED, friday)
    await administrates('POST', `/api/admin/v1/users/${user.id}/lock`)
    const { body } = await administrates('GET', `${SAVED}/${made.body.savedReport.id}`)
    assert.containSubset(body.savedReport, {
      state: 'ownerLost',
      nextRunAt: null,
      owner: { email: user.email, problem: 'E_OWNER_LOCKED' },
    })
  })
})

test.group('Copies and templates', () => {
  test('a copy is the asker’s own, with the schedules, and is not sent until somebody says so', async ({
    assert,
    client,
  }) => {
    const { uses, administrates, administrator } = await madeArchive(client)
    const made = await uses('POST', SAVED, friday)
    const address = `${SAVED}/${made.body.savedReport.id}`
    const copy = await uses('POST', `${address}/copy`, { name: 'Kopian' })
    assert.containSubset(copy.body.savedReport, {
      name: 'Kopian',
      state: 'inactive',
      query: friday.query,
      recipients: friday.recipients,
      schedules: [{ send: 'fridays', sendTime: '18:05' }],
    })
    const theirs = await administrates('POST', `${address}/copy`)
    assert.containSubset(theirs.body.savedReport, {
      name: 'Fredagsrapporten',
      owner: { id: administrator.id },
    })
    assert.deepEqual(theirs.body.savedReport.recipients, [])
  })

  test('a template can be copied by everybody in the customer, without being told whom it goes to', async ({
    assert,
    client,
  }) => {
    const { uses, administrates } = await madeArchive(client)
    const made = await administrates('POST', SAVED, { ...friday, isTemplate: true })
    const { id } = made.body.savedReport
    const { body } = await uses('GET', '/api/report/v1/saved-report-templates')
    assert.deepEqual(body.templates, [
      { id, name: 'Fredagsrapporten', report: 'asterisk.queue', own: false },
    ])
    const copy = await uses('POST', `${SAVED}/${id}/copy`)
    assert.equal(copy.status, 201)
    assert.deepEqual(copy.body.savedReport.recipients, [])
    assert.equal(await statusOf(uses('DELETE', `${SAVED}/${id}`)), 404)
  })

  test('one is made for each group, and a group that it cannot be of is told', async ({
    assert,
    client,
  }) => {
    const { administrates, groups, empty } = await madeArchive(client)
    const made = await administrates('POST', SAVED, friday)
    const address = `${SAVED}/${made.body.savedReport.id}/for-groups`
    const ids = [...groups, empty].map(({ id }) => id)
    const { status, body } = await administrates('POST', address, { groups: ids })
    assert.equal(status, 201)
    assert.deepEqual(namesIn(body), ['Fredagsrapporten – support', 'Fredagsrapporten – sales'])
    assert.containSubset(body.savedReports[0], {
      query: { groups: ['support'], columns: ['incoming', 'answered'] },
      recipients: friday.recipients,
      state: 'inactive',
    })
    assert.notProperty(body.savedReports[0].query, 'objects')
    assert.containSubset(body.leftOut, [{ group: { name: 'Tom' }, code: 'E_UNKNOWN_GROUP' }])
  })

  test('a group that is called something else stays in the reports of it', async ({
    assert,
    client,
  }) => {
    const { administrates, groups } = await madeArchive(client)
    const query = { ...friday.query, objects: undefined, groups: ['sales', 'support'] }
    const made = await administrates('POST', SAVED, { ...friday, query })
    await administrates('PATCH', `/api/admin/v1/groups/${groups[0].id}`, { name: 'Kundtjänst' })
    const { body } = await administrates('GET', `${SAVED}/${made.body.savedReport.id}`)
    assert.deepEqual(body.savedReport.query.groups, ['sales', 'Kundtjänst'])
    assert.equal(
      await statusOf(
        administrates('PATCH', `${SAVED}/${made.body.savedReport.id}`, {
          query: body.savedReport.query,
        })
      ),
      200
    )
  })
})

test.group('Schedules', () => {
  test('are added, changed and taken away, each with what it is sent as', async ({
    assert,
    client,
  }) => {
    const { uses } = await madeArchive(client)
    const made = await uses('POST', SAVED, friday)
    const address = `${SAVED}/${made.body.savedReport.id}`
    const monthly = {
      send: 'lastDayOfMonth',
      sendTime: '07:30',
      zone: 'Europe/Riga',
      closedDays: 'previousWorkingDay',
      period: 'lastMonths',
      periodCount: 3,
      grouping: 'groupAndObject',
      interval: 'date',
      intervals: ['date', 'period', 'timeOfDay'],
      format: 'csv',
      timeFormat: 'seconds',
      ownRights: true,
    }
    const added = await uses('POST', `${address}/schedules`, monthly)
    assert.equal(added.status, 201)
    assert.containSubset(added.body.schedule, { ...monthly, intervals: ['period', 'timeOfDay'] })
    const one = `${address}/schedules/${added.body.schedule.id}`
    const changed = await uses('PATCH', one, { ...monthly, sendTime: '07:31', period: 'today' })
    assert.containSubset(changed.body.schedule, { sendTime: '07:31', periodCount: 1 })
    assert.equal(await statusOf(uses('DELETE', one)), 204)
    const { body } = await uses('GET', address)
    assert.lengthOf(body.savedReport.schedules, 1)
  })

  test('say what is wrong with them', async ({ assert, client }) => {
    const { uses } = await madeArchive(client)
    const made = await uses('POST', SAVED, friday)
    const add = (values: object) =>
      uses('POST', `${SAVED}/${made.body.savedReport.id}/schedules`, {
        ...friday.schedules[0],
        ...values,
      })
    const send = await add({ send: 'sometimes' })
    assert.include(send.body.error.allowed, 'workingDays')
    const late = await add({ sendTime: '24:00' })
    assert.equal(late.body.error.field, 'sendTime')
    assert.equal(await codeOf(add({ zone: 'Mars/Base' })), 'E_UNKNOWN_ZONE')
    assert.equal(await codeOf(add({ period: 'lastWeeks' })), 'E_BAD_PERIOD_COUNT')
    assert.equal(await codeOf(add({ format: 'docx' })), 'E_UNKNOWN_EXPORTER')
    assert.equal(await codeOf(add({ specification: true })), 'E_NO_SPECIFICATION_TO_SEND')
  })

  test('show the next five times and the days that each will cover, past the customer’s holidays', async ({
    assert,
    client,
  }) => {
    const { uses, customer } = await madeArchive(client)
    await db
      .from('customers')
      .where('id', customer.id)
      .update({ holidays: JSON.stringify([{ date: '2999-12-31', name: 'Nyårsafton' }]) })
    const { body } = await uses('POST', '/api/report/v1/schedule-runs', {
      send: 'everyDay',
      sendTime: '06:00',
      period: 'yesterday',
    })
    assert.lengthOf(body.runs, 5)
    for (const { dueAt, date, from, to, zone } of body.runs as Record<string, string>[]) {
      assert.equal(dueAt.slice(0, 16), `${date}T06:00`)
      assert.equal(zone, 'Europe/Stockholm')
      assert.equal(Date.parse(date) - Date.parse(from), 86_400_000)
      assert.equal(from, to)
    }
    const never = await uses('POST', '/api/report/v1/schedule-runs', {
      send: 'never',
      sendTime: '06:00',
      period: 'yesterday',
    })
    assert.deepEqual(never.body.runs, [])
    const asIfOn = await uses('POST', '/api/report/v1/schedule-runs', {
      send: 'never',
      sendTime: '06:00',
      period: 'previousMonth',
      on: '2026-03-31',
    })
    assert.deepEqual(asIfOn.body.period, { from: '2026-02-01', to: '2026-02-28' })
  })
})
