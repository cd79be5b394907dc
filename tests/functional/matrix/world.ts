import { randomUUID } from 'node:crypto'
import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { DateTime } from 'luxon'
import { storageFolder } from '#config/storage'
import type Customer from '#core/customers/models/customer'
import { mailFile } from '#core/delivery/actions/mail_file'
import Dispatch from '#core/delivery/models/dispatch'
import { startJob } from '#core/jobs/actions/start_job'
import { createGroup } from '#core/measurement_objects/actions/create_group'
import MeasurementObject from '#core/measurement_objects/models/measurement_object'
import type { Role } from '#core/permissions/matrix'
import { allGrants } from '#core/permissions/grant'
import { type Right, allRights } from '#core/permissions/right'
import { registry } from '#core/plugins/registry'
import exportReport from '#core/exports/jobs/export_report'
import Membership from '#core/users/models/membership'
import type User from '#core/users/models/user'
import db from '@adonisjs/lucid/services/db'
import { enablePlugin } from '#core/customers/actions/enable_plugin'
import { madeConnector } from '#tests/made/connector'
import { madeCustomer } from '#tests/made/customer'
import { madeObjects, madePoint, queue } from '#tests/made/objects'
import { madeSavedReport } from '#tests/made/saved_report'
import { madeTicket } from '#tests/made/ticket'
import { madeUser } from '#tests/made/user'

/** Somebody who asks: by session, with headers, or as nobody; with the rights they were given. */
export interface Identity {
  title: string
  role: Role
  user?: User
  customer?: Customer
  headers?: Record<string, string>
  rights: readonly Right[]
  /** What an address is given of this one's own, by the word before it, as `foreign` is of others. */
  own?: Record<string, string>
  /** Of a ticket: what its owner is. */
  owner?: Identity
}

/** Who asks, and by the word before it in an address, ids of another customer’s. */
export type World = Awaited<ReturnType<typeof madeWorld>>

/** Somebody of every role, and things of another customer's that none of them may reach. */
export async function madeWorld() {
  const mine = await madeCustomer()
  const theirs = await madeCustomer()
  const inviting = await madeCustomer()
  await db
    .from('customers')
    .where('id', inviting.id)
    .update({ operators_invited_at: '2026-01-01 00:00:00.000' })
  for (const { id } of [mine, theirs, inviting]) {
    for (const { key } of registry().modules()) await enablePlugin(id, key, true)
  }
  const operator = await madeOperator()
  const administrator = await member(mine, 'administrator')
  const user = await member(mine, 'user')
  const right = await member(mine, 'user', allRights())
  const outsider = await member(mine, 'customerUser')
  const trusted = await member(mine, 'customerUser', allRights())
  const identities: Identity[] = [
    { title: 'operator', role: 'operator', user: operator, customer: mine, rights: [] },
    {
      title: 'invited operator',
      role: 'invitedOperator',
      user: operator,
      customer: inviting,
      rights: ['specifications.open'],
    },
    administrator,
    user,
    right,
    outsider,
    trusted,
    ...(await Promise.all([administrator, user, outsider].map(ticketOf))),
    await connectorToken(mine, administrator.user!),
    { title: 'public link', role: 'publicLink', headers: { 'Api-Token': 'a-link' }, rights: [] },
    { title: 'nobody', role: 'nobody', rights: [] },
  ]
  return { identities, theirs, foreign: await thingsOf(theirs) }
}

async function madeOperator(): Promise<User> {
  const somewhere = await madeCustomer()
  const user = await madeUser(somewhere)
  await db.from('users').where('id', user.id).update({ is_operator: true })
  await db.from('memberships').where('user_id', user.id).delete()
  return user
}

async function member(
  customer: Customer,
  role: 'administrator' | 'user' | 'customerUser',
  given: readonly Right[] = []
): Promise<Identity> {
  const user = await madeUser(customer, {
    administrator: role === 'administrator',
    callSpecification: role === 'administrator' || given.includes('specifications.open'),
  })
  const membership = await Membership.findByOrFail({ userId: user.id, customerId: customer.id })
  await db.from('memberships').where('id', membership.id).update({ role })
  const extra = given.filter((right) => right !== 'specifications.open')
  if (extra.length) {
    const rows = extra.map((right) => ({ membership_id: membership.id, right }))
    await db.table('membership_rights').multiInsert(rows)
  }
  const title = given.length ? `${role} with every right` : role
  const held = role === 'administrator' ? (['specifications.open'] as const) : given
  return { title, role, user, customer, rights: held }
}

async function ticketOf(owner: Identity): Promise<Identity> {
  const { user, customer } = owner
  if (!user || !customer) throw new Error('A ticket belongs to a person in a customer.')
  const { headers } = await madeTicket(
    user,
    customer,
    allGrants(
      registry()
        .modules()
        .map(({ key }) => key)
    )
  )
  return { title: `ticket of ${owner.title}`, role: 'ticket', headers, rights: [], owner }
}

async function jobOf(user: User, customer: Customer): Promise<string> {
  const owner = { customerId: customer.id, userId: user.id, title: 'Theirs' }
  const job = await startJob(exportReport, { query: {}, request: {}, mail: null }, owner)
  await job.merge({ state: 'done' }).save()
  return job.id
}

/** The token of a connector, which opens its own address. */
async function connectorToken(customer: Customer, owner: User): Promise<Identity> {
  const { connector, token } = await demandingConnector(customer, owner)
  return {
    title: 'connector token',
    role: 'connectorToken',
    headers: { Authorization: `Bearer ${token}` },
    rights: [],
    own: { c: connector.address },
  }
}

async function demandingConnector(customer: Customer, owner: User) {
  await enablePlugin(customer.id, 'power_bi', true)
  const { saved } = await madeSavedReport(customer, owner)
  return madeConnector(saved, { tokenRequired: true })
}

/** Something of theirs that was sent. */
async function sentBy(user: User, customer: Customer) {
  const path = join(storageFolder('exports'), randomUUID())
  await writeFile(path, 'theirs')
  const sending = await mailFile(
    { path, name: 'theirs.csv', contentType: 'text/csv' },
    {
      jobId: randomUUID(),
      customerId: customer.id,
      ownerId: user.id,
      title: 'Theirs',
      locale: 'en',
      from: '2026-01-05',
      to: '2026-01-05',
      recipients: ['anna@nordvik.example'],
      specification: false,
      report: 'asterisk.queue',
      objects: [],
    }
  )
  const dispatch = await Dispatch.findByOrFail({ sendingId: sending })
  return {
    sendings: String(sending),
    dispatches: dispatch.id,
    archive: String(dispatch.fileId),
  }
}

/** By the word that stands before its id in an address. */
export async function thingsOf(customer: Customer): Promise<Record<string, string>> {
  const point = await madePoint(customer, { name: `theirs-${customer.id}` })
  await madeObjects(point, [queue('theirs')])
  const object = await MeasurementObject.findByOrFail({ customerId: customer.id })
  const group = await createGroup({ customerId: customer.id, name: 'Theirs' })
  const user = await madeUser(customer)
  const { ticket } = await madeTicket(user, customer)
  const { saved, schedule } = await madeSavedReport(customer, user)
  const { connector } = await demandingConnector(customer, user)
  const file = (await db.table('collected_files').insert({
    customer_id: customer.id,
    point_id: point.id,
    name: 'theirs',
    fingerprint: 'theirs',
    position: 0,
    kept_path: 'theirs',
    memory_at_start: 'null',
    created_at: DateTime.utc().toFormat('yyyy-MM-dd HH:mm:ss.SSS'),
    updated_at: DateTime.utc().toFormat('yyyy-MM-dd HH:mm:ss.SSS'),
  })) as number[]
  return {
    'users': String(user.id),
    'objects': String(object.id),
    'groups': String(group.id),
    'tickets': String(ticket.id),
    'points': String(point.id),
    'jobs': await jobOf(user, customer),
    ...(await sentBy(user, customer)),
    'files': String(file[0]),
    'customer-users': String(user.id),
    'saved-reports': String(saved.id),
    'schedules': String(schedule.id),
    'connectors': String(connector.id),
    'c': connector.address,
    'collect': point.name,
    'customers': String(customer.id),
    'plugins': 'no-such-plugin',
  }
}
