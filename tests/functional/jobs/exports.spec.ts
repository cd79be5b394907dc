import { test } from '@japa/runner'
import ExcelJS from 'exceljs'
import db from '@adonisjs/lucid/services/db'
import type Customer from '#core/customers/models/customer'
import { usualDeliveryRules } from '#core/customers/delivery_rules'
import { deliver } from '#core/delivery/deliver'
import { jobFilePath } from '#core/jobs/job_files'
import { asker, partOf } from '#tests/made/asker'
import { madeCustomer } from '#tests/made/customer'
import { jobIn, withWorker } from '#tests/made/jobs'
import { sendingMail } from '#tests/made/mail_server'
import { collectedLog } from '#tests/made/queue_log'
import { statusOf } from '#tests/made/status_of'
import { until } from '#tests/made/until'
import { madeUser } from '#tests/made/user'

const QUEUES = {
  report: 'asterisk.queue',
  period: { from: '2026-01-05', to: '2026-01-05', fromTime: '08:00', toTime: '10:00' },
  interval: 'period',
}

/** A customer whose Monday has been collected, and somebody of it who asks. */
async function monday(user: Parameters<typeof madeUser>[1] = { administrator: true }) {
  const customer = await madeCustomer({ plugins: ['asterisk'] })
  await collectedLog(customer)
  return { customer, user: await madeUser(customer, user) }
}

test.group('Exports in the background', (group) => {
  withWorker(group)

  test('hold the same as the file that one waits for', async ({ assert, client }) => {
    const { customer, user } = await monday()
    const ask = asker(client, user, customer)
    const wanted = { ...QUEUES, format: 'csv', audience: 'machine' }
    const { status, body } = await ask('POST', '/api/jobs/v1/exports', wanted)
    assert.equal(status, 202)
    assert.equal(body.job.title, 'Queues 2026-01-05')
    const done = await jobIn(body.job.id, 'done')
    assert.deepEqual([done.done, done.total], [1, 1])
    const file = await ask('GET', `/api/jobs/v1/${body.job.id}/file`)
    const waited = await ask('POST', '/api/report/v1/export', wanted)
    assert.equal(file.text, waited.text)
    assert.include(file.text, 'incoming')
    const log = await db
      .from('audit_entries')
      .where({ customer_id: customer.id, action: 'export.made' })
      .select('actor')
    assert.lengthOf(log, 2)
    assert.equal(log[1].actor, user.email)
  })

  test('are of the calls alone where that is asked for, narrowed by filters', async ({
    assert,
    client,
  }) => {
    const { customer, user } = await monday({ administrator: true, callSpecification: true })
    const ask = asker(client, user, customer)
    const calls = { ...QUEUES, only: 'specification', filters: { outcome: 'abandoned' } }
    const { body } = await ask('POST', '/api/jobs/v1/exports', { ...calls, format: 'csv' })
    await jobIn(body.job.id, 'done')
    const { text } = await ask('GET', `/api/jobs/v1/${body.job.id}/file`)
    assert.lengthOf(text.trim().split('\r\n'), 3)
    const sheets = await ask('POST', '/api/jobs/v1/exports', { ...calls, format: 'xlsx' })
    const made = await jobIn(sheets.body.job.id, 'done')
    assert.deepEqual([made.done, made.total], [2, 2])
    const workbook = new ExcelJS.Workbook()
    await workbook.xlsx.readFile(jobFilePath(made.filePath ?? ''))
    assert.isNotEmpty(workbook.worksheets)
  })

  test('of calls are refused at once to who may not open them, and fail where the right was lost since', async ({
    assert,
    client,
  }) => {
    const { customer, user } = await monday({ seesEverything: true, callSpecification: true })
    const ask = asker(client, user, customer)
    const calls = { ...QUEUES, only: 'specification', format: 'csv' }
    const without = { seesEverything: true, callSpecification: false }
    const other = asker(client, await madeUser(customer, without), customer)
    const refused = await other('POST', '/api/jobs/v1/exports', calls)
    assert.equal(refused.status, 403)
    const { body } = await ask('POST', '/api/jobs/v1/exports', calls)
    await jobIn(body.job.id, 'done')
    await db.from('memberships').where({ user_id: user.id }).update({ call_specification: false })
    const { status } = await ask('POST', `/api/jobs/v1/${body.job.id}/retry`)
    assert.equal(status, 409)
    await db.from('background_jobs').where('id', body.job.id).update({ state: 'failed' })
    await ask('POST', `/api/jobs/v1/${body.job.id}/retry`)
    const { problem } = await jobIn(body.job.id, 'failed')
    assert.equal(problem?.code, 'E_NO_SPECIFICATION')
  })

  test('with something wrong are refused at once, naming the field', async ({ assert, client }) => {
    const { customer, user } = await monday()
    const ask = asker(client, user, customer)
    const wrong = [
      [{ ...QUEUES }, 422],
      [{ ...QUEUES, format: 'docx' }, 422],
      [{ ...QUEUES, format: 'csv', report: 'asterisk.queues' }, 404],
      [{ ...QUEUES, format: 'csv', objects: ['nobody'] }, 404],
      [{ ...QUEUES, format: 'csv', columns: ['nothing'] }, 422],
      [{ ...QUEUES, format: 'csv', only: 'specification', filters: { nothing: 1 } }, 422],
      [{ ...QUEUES, format: 'csv', onlyy: true }, 422],
    ] as const
    for (const [body, status] of wrong) {
      const answer = await ask('POST', '/api/jobs/v1/exports', body)
      assert.isTrue(answer.status >= 400 && answer.status < 500, `${status} ${answer.text}`)
      assert.isNotEmpty(answer.body.error.message)
    }
    assert.deepEqual(await partOf(ask('GET', '/api/jobs/v1'), 'jobs'), [])
  })
})

const allowDomains = (customer: Customer, domains: string[]) =>
  customer.merge({ deliveryRules: { ...usualDeliveryRules, domains } }).save()

test.group('Exports that are mailed', (group) => {
  withWorker(group)

  test('go with the sender’s own words to users and listed domains only, and to others with ours', async ({
    assert,
    client,
    cleanup,
  }) => {
    const server = await sendingMail(cleanup)
    const { customer, user } = await monday()
    const colleague = await madeUser(customer)
    const stranger = await madeUser(await madeCustomer())
    const ask = asker(client, user, customer)
    const words = { subject: 'Du har vunnit', message: 'Hämta på http://evil.example' }
    const mail = (recipients: string[], more: object = {}) =>
      ask('POST', '/api/jobs/v1/exports', { ...QUEUES, format: 'csv', recipients, ...more })
    for (const outsider of ['bo@elsewhere.example', stranger.email]) {
      for (const own of [words, { subject: words.subject }, { message: words.message }]) {
        const { status, body } = await mail([colleague.email, outsider], own)
        assert.equal(status, 422)
        assert.deepInclude(body.error, { code: 'E_OWN_WORDS', field: 'recipients' })
        assert.include(body.error.message, outsider)
      }
    }
    const ours = await mail(['bo@elsewhere.example'])
    const own = await mail([colleague.email], words)
    for (const { body } of [ours, own]) {
      const { outcome } = await jobIn(body.job.id, 'done')
      const address = `/api/report/v1/sendings/${outcome?.sending}`
      const states = async () => {
        await deliver()
        const { recipients } = (await partOf(ask('GET', address), 'sending')) as {
          recipients: { state: string }[]
        }
        return recipients.map(({ state }) => state)
      }
      await until(states, (all) => all.every((state) => state === 'handed'))
    }
    const seen = server.mails.map(({ mail: { subject } }) => subject)
    assert.lengthOf(seen, 2)
    assert.lengthOf(
      seen.filter((subject) => subject === words.subject),
      1
    )
  })

  test('reach each recipient once with the words of the sender, and stay in the archive', async ({
    assert,
    client,
    cleanup,
  }) => {
    const server = await sendingMail(cleanup)
    const { customer, user } = await monday()
    await allowDomains(customer, ['nordvik.example'])
    const ask = asker(client, user, customer)
    const { status, body } = await ask('POST', '/api/jobs/v1/exports', {
      ...QUEUES,
      format: 'csv',
      recipients: ['anna@nordvik.example', 'Anna@Nordvik.example', 'bo@nordvik.example'],
      subject: 'Måndagens samtal',
      message: 'Titta på support.',
    })
    assert.equal(status, 202)
    const { outcome } = await jobIn(body.job.id, 'done')
    const address = `/api/report/v1/sendings/${outcome?.sending}`
    const sendingNow = async () => {
      await deliver()
      return (await partOf(ask('GET', address), 'sending')) as {
        recipients: { address: string; state: string }[]
        files: { id: string }[]
      }
    }
    // Who delivers already is left to it: what the job began ends a moment later.
    const { recipients, files } = await until(sendingNow, (sending) =>
      sending.recipients.every(({ state }) => !['made', 'handing'].includes(state))
    )
    assert.deepEqual(
      recipients.map(({ state }) => state),
      ['handed', 'handed']
    )
    const [mail] = server.to('bo@nordvik.example')
    assert.equal(mail.subject, 'Måndagens samtal')
    assert.include(mail.text, 'Titta på support.')
    const kept = await ask('GET', `/api/report/v1/archive/${files[0].id}`)
    assert.include(kept.text, 'Incoming')
    const colleague = asker(client, await madeUser(customer), customer)
    assert.equal(await statusOf(colleague('GET', address)), 404)
    const wrong = { ...QUEUES, format: 'csv', recipients: ['nobody'] }
    assert.equal(await statusOf(ask('POST', '/api/jobs/v1/exports', wrong)), 422)
  })
})
