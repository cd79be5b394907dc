import db from '@adonisjs/lucid/services/db'
import { test } from '@japa/runner'
import type { ApiClient } from '@japa/api-client'
import { deliver } from '#core/delivery/deliver'
import Dispatch from '#core/delivery/models/dispatch'
import { assignObjects } from '#core/measurement_objects/actions/assign_objects'
import MeasurementObject from '#core/measurement_objects/models/measurement_object'
import Membership from '#core/users/models/membership'
import type User from '#core/users/models/user'
import { asker } from '#tests/made/asker'
import { madeCustomer } from '#tests/made/customer'
import { jobIn, withWorker } from '#tests/made/jobs'
import { sendingMail } from '#tests/made/mail_server'
import { collectedLog } from '#tests/made/queue_log'
import { statusOf } from '#tests/made/status_of'
import { madeTicket } from '#tests/made/ticket'
import { until } from '#tests/made/until'
import { madeUser } from '#tests/made/user'

const CALLS = {
  report: 'asterisk.queue',
  period: { from: '2026-01-05', to: '2026-01-05' },
  only: 'specification',
  format: 'csv',
}
const QUEUES = ['support', 'sälj']

/** Two people who see the same two queues; what one has made and mailed to the other. */
async function madeFiles(client: ApiClient) {
  const customer = await madeCustomer({ plugins: ['asterisk'] })
  await collectedLog(customer)
  const objects = await MeasurementObject.query().where('customerId', customer.id)
  const idsOf = (wanted: (identifier: string, type: string) => boolean) =>
    objects
      .filter(({ identifier, objectType }) => wanted(identifier, objectType))
      .map(({ id }) => id)
  const everything = idsOf((identifier, type) => type !== 'queue' || QUEUES.includes(identifier))
  const people = await Promise.all(
    ['sender', 'recipient'].map(async () => {
      const user = await madeUser(customer, { callSpecification: true })
      const { id } = await Membership.findByOrFail({ userId: user.id, customerId: customer.id })
      await assignObjects({ customerId: customer.id, membershipId: id, objectIds: everything })
      return { user, membershipId: id }
    })
  )
  const [sender, recipient] = people.map(({ user }) => user)
  const asks = asker(client, sender, customer)
  const asked = { ...CALLS, recipients: [recipient.email] }
  const { body } = await asks('POST', '/api/jobs/v1/exports', asked)
  const { outcome } = await jobIn(body.job.id, 'done')
  const delivered = async () => {
    await deliver()
    return Dispatch.findByOrFail({ sendingId: Number(outcome?.sending) })
  }
  const dispatch = await until(delivered, ({ state }) => state === 'handed')
  const job = `/api/jobs/v1/${body.job.id}/file`
  const archive = `/api/report/v1/archive/${dispatch.fileId}`
  const { headers } = await madeTicket(sender, customer)
  const withTicket = async (path: string) => {
    const request = client.get(path)
    for (const [name, value] of Object.entries(headers)) request.header(name, value)
    const response = await request
    return { status: response.status() }
  }
  const inPerson = (user: User, path: string) => asker(client, user, customer)('GET', path)
  const keep = async (ids: number[]) => {
    for (const { membershipId } of people) {
      await assignObjects({ customerId: customer.id, membershipId, objectIds: ids })
    }
  }
  return {
    customer,
    keep,
    everything,
    idsOf,
    members: () => db.from('memberships').where('customer_id', customer.id),
    list: () => asks('GET', '/api/jobs/v1'),
    sendings: () => asks('GET', `/api/report/v1/sendings/${outcome?.sending}`),
    ways: {
      'the file of a job': () => inPerson(sender, job),
      'the file of a job, by ticket': () => withTicket(job),
      'the archive': () => inPerson(sender, archive),
      'the archive, by ticket': () => withTicket(archive),
      'a link that was mailed': () => inPerson(recipient, archive),
    },
  }
}

type Made = Awaited<ReturnType<typeof madeFiles>>

const losses: Record<string, (made: Made) => Promise<unknown>> = {
  'the right to files': ({ members }) => members().update({ role: 'customerUser' }),
  'the right to calls': ({ members }) => members().update({ call_specification: false }),
  'one of its queues': ({ keep, idsOf }) =>
    keep(idsOf((identifier, type) => type !== 'queue' || identifier === 'support')),
  'an agent in its calls': ({ keep, idsOf }) =>
    keep(idsOf((identifier, type) => type === 'queue' && QUEUES.includes(identifier))),
  'every object': ({ keep }) => keep([]),
  'the report': ({ customer }) =>
    db.from('customer_plugins').where('customer_id', customer.id).update({ enabled: false }),
  'the membership': ({ members }) => members().update({ locked_at: '2026-01-06 00:00:00.000' }),
}

test.group('A file that was made with rights that were lost since', (group) => {
  withWorker(group)

  test('is handed out no more, whichever way it is fetched', async ({
    assert,
    client,
    cleanup,
  }) => {
    await sendingMail(cleanup)
    const made = await madeFiles(client)
    const seen: string[] = []
    const fetched = async (lost: string, statuses: readonly number[]) => {
      for (const [way, fetch] of Object.entries(made.ways)) {
        const status = await statusOf(fetch())
        if (!statuses.includes(status)) seen.push(`${way} without ${lost}: ${status}`)
      }
    }
    await fetched('any loss', [200])
    for (const [lost, lose] of Object.entries(losses)) {
      await lose(made)
      await fetched(lost, [401, 403, 404])
      if (lost === 'one of its queues') {
        const { body } = await made.list()
        assert.isFalse(body.jobs[0].file.downloadable)
        const listed = await made.sendings()
        assert.isFalse(listed.body.sending.files[0].downloadable)
      }
      await made.members().update({ role: 'user', call_specification: true, locked_at: null })
      await db
        .from('customer_plugins')
        .where('customer_id', made.customer.id)
        .update({ enabled: true })
      await made.keep(made.everything)
      await fetched(`loss of ${lost}, given back`, [200])
    }
    assert.deepEqual(seen, [])
  })

  test('of which nobody wrote down what it shows is kept for who sees everything', async ({
    assert,
    client,
    cleanup,
  }) => {
    await sendingMail(cleanup)
    const made = await madeFiles(client)
    const of = (table: string) => db.from(table).where('customer_id', made.customer.id)
    await of('background_jobs').update({ file_objects: null })
    await of('archived_files').update({ objects: null })
    await of('dispatches').update({ objects: null })
    for (const fetch of Object.values(made.ways)) {
      assert.include([403, 404], await statusOf(fetch()))
    }
    await made.members().update({ sees_everything: true })
    for (const fetch of Object.values(made.ways)) assert.equal(await statusOf(fetch()), 200)
  })
})
