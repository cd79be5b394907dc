import db from '@adonisjs/lucid/services/db'
import { test } from '@japa/runner'
import { DateTime } from 'luxon'
import { deliver } from '#core/delivery/deliver'
import { assignObjects } from '#core/measurement_objects/actions/assign_objects'
import { createGroup } from '#core/measurement_objects/actions/create_group'
import MeasurementObject from '#core/measurement_objects/models/measurement_object'
import SavedReport from '#core/saved_reports/models/saved_report'
import Membership from '#core/users/models/membership'
import { sendingMail } from '#tests/made/mail_server'
import { madeUser } from '#tests/made/user'
import { FRIDAY, ledgerOf, madeFriday } from './made_delivery.js'

const membershipOf = (user: { id: number }, customer: { id: number }) =>
  Membership.findByOrFail({ userId: user.id, customerId: customer.id })

async function sees(
  user: { id: number },
  customer: { id: number },
  identifiers: readonly string[]
) {
  const { customerId, id: membershipId } = await membershipOf(user, customer)
  const objects = await MeasurementObject.query()
    .where({ customerId })
    .whereIn('identifier', [...identifiers])
  const objectIds = objects.map(({ id }) => id)
  await db.from('membership_objects').where('membership_id', membershipId).delete()
  await assignObjects({ customerId, membershipId, objectIds })
  return objectIds
}

const seesEverything = (user: { id: number }, value: boolean) =>
  db.from('memberships').where('user_id', user.id).update({ sees_everything: value })

test.group('A report whose rights were lost', () => {
  test('is stopped with a sentence to its owner and the administrators, whatever was lost', async ({
    assert,
    client,
    cleanup,
  }) => {
    const server = await sendingMail(cleanup)
    const losses = [
      {
        title: 'every object of “all”',
        lose: (owner: { id: number }) => seesEverything(owner, false),
        code: 'E_NOTHING_SEEN',
        said: 'inte längre åtkomst till något av mätobjekten',
      },
      {
        title: 'a named object',
        query: { objects: ['support'] },
        lose: (owner: { id: number }) => seesEverything(owner, false),
        code: 'E_UNKNOWN_OBJECT',
        said: 'Ett av mätobjekten',
      },
      {
        title: 'a group',
        query: { objects: undefined, groups: ['Kundtjänst'] },
        lose: (owner: { id: number }) => seesEverything(owner, false),
        code: 'E_UNKNOWN_GROUP',
        said: 'En av grupperna',
      },
      {
        title: 'the calls',
        schedule: { specification: true },
        callSpecification: true,
        lose: (owner: { id: number }) =>
          db.from('memberships').where('user_id', owner.id).update({ call_specification: false }),
        code: 'E_NO_SPECIFICATION_TO_SEND',
        said: 'samtalsspecifikationer',
      },
      {
        title: 'the right to have saved reports',
        lose: (owner: { id: number }) =>
          db.from('memberships').where('user_id', owner.id).update({ role: 'customerUser' }),
        code: 'E_OWNER_NOT_ALLOWED',
        said: 'får inte längre',
      },
    ]
    for (const { title, query, schedule, callSpecification, lose, code, said } of losses) {
      const made = await madeFriday(client, {}, { format: 'xlsx', ...schedule })
      const { customer, owner, administrator, saved } = made
      if (callSpecification) {
        await db.from('memberships').where('user_id', owner.id).update({ call_specification: true })
      }
      const support = await MeasurementObject.findByOrFail({
        customerId: customer.id,
        identifier: 'support',
      })
      await createGroup({ customerId: customer.id, name: 'Kundtjänst', objectIds: [support.id] })
      await saved.merge({ query: { ...saved.query, ...query } }).save()
      await deliver(FRIDAY)
      assert.deepEqual(await ledgerOf(customer), ['anna handed', 'bo handed'], title)
      await lose(owner)
      await deliver(FRIDAY.plus({ weeks: 1 }))
      const states = ['anna handed', 'bo handed', 'anna failed', 'bo failed']
      assert.deepEqual(await ledgerOf(customer), states, title)
      const log = await made.administrates(
        'GET',
        `/api/report/v1/saved-reports/${saved.id}/sendings`
      )
      assert.equal(log.body.sendings[0].problem.code, code, title)
      assert.include(server.to(owner.email)[0].text, said, title)
      assert.include(server.to(administrator.email)[0].text, said, title)
      const stopped = await SavedReport.findOrFail(saved.id)
      assert.isTrue(stopped.paused, title)
    }
  })

  test('goes on where the owner sees everything of a platform that has nothing yet', async ({
    assert,
    client,
    cleanup,
  }) => {
    await sendingMail(cleanup)
    const { customer } = await madeFriday(client)
    await db.from('measurement_objects').where('customer_id', customer.id).delete()
    await deliver(FRIDAY)
    assert.deepEqual(await ledgerOf(customer), ['anna handed', 'bo handed'])
  })

  test('with each recipient’s own content skips who sees nothing, tells the owner, and says where calls are left out', async ({
    assert,
    client,
    cleanup,
  }) => {
    const server = await sendingMail(cleanup)
    const times = {
      ownRights: true,
      interval: 'period',
      specification: true,
      format: 'xlsx',
    } as const
    const { customer, owner, saved, ask } = await madeFriday(client, {}, times)
    const nothing = await madeUser(customer)
    const some = await madeUser(customer, { callSpecification: false })
    const calls = await madeUser(customer, { seesEverything: true, callSpecification: true })
    await sees(some, customer, ['support'])
    await saved.merge({ recipients: [nothing, some, calls].map(({ email }) => email) }).save()
    await deliver(FRIDAY)
    assert.lengthOf(server.to(nothing.email), 0)
    assert.include(server.to(some.email)[0].text, 'Samtalen ingår inte')
    assert.notInclude(server.to(calls.email)[0].text, 'Samtalen ingår inte')
    const { body } = await ask('GET', `/api/report/v1/saved-reports/${saved.id}/sendings`)
    const skipped = body.sendings[0].recipients.find(
      ({ address }: { address: string }) => address === nothing.email
    )
    assert.equal(skipped.state, 'skipped')
    assert.equal(skipped.problem.code, 'E_RECIPIENT_SEES_NOTHING')
    const [told] = server.to(owner.email)
    assert.include(told.text, nothing.email)
    assert.include(told.text, 'Har inte åtkomst till något av mätobjekten')
  })

  test('hands over no file that waited while access to something in it was lost, nor sends it again', async ({
    assert,
    client,
    cleanup,
  }) => {
    const server = await sendingMail(cleanup)
    const { customer, owner, saved, ask } = await madeFriday(client, {
      recipients: ['anna@nordvik.example'],
    })
    await server.stop()
    await deliver(FRIDAY)
    assert.deepEqual(await ledgerOf(customer), ['anna made'])
    await seesEverything(owner, false)
    await sees(owner, customer, ['support'])
    await server.start()
    await deliver(FRIDAY.plus({ minutes: 5 }))
    assert.deepEqual(await ledgerOf(customer), ['anna failed'])
    assert.lengthOf(server.to('anna@nordvik.example'), 0)
    assert.include(server.to(owner.email)[0].text, 'Åtkomsten till något i filen')
    const { body } = await ask('GET', `/api/report/v1/saved-reports/${saved.id}/sendings`)
    const [{ id }] = body.sendings[0].recipients
    await ask('POST', `/api/report/v1/dispatches/${id}/again`)
    await deliver(DateTime.utc().plus({ seconds: 1 }))
    assert.lengthOf(server.to('anna@nordvik.example'), 0)
  })
})
