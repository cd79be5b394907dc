import type { ApiClient } from '@japa/api-client'
import { DateTime } from 'luxon'
import db from '@adonisjs/lucid/services/db'
import { enablePlugin } from '#core/customers/actions/enable_plugin'
import type Customer from '#core/customers/models/customer'
import MeasurementObject from '#core/measurement_objects/models/measurement_object'
import type User from '#core/users/models/user'
import { asker } from '#tests/made/asker'
import { madeCustomer } from '#tests/made/customer'
import { madeObjects, madePoint, queue } from '#tests/made/objects'
import { madeUser } from '#tests/made/user'

/** A customer that has both modules, with a queue `support` and an administrator who asks. */
export async function madeNoting(client: ApiClient, name = 'Nordvik AB') {
  const customer = await madeCustomer({ name, plugins: ['asterisk', 'notes', 'probe', 'power_bi'] })
  const point = await madePoint(customer, { name: 'default' })
  await madeObjects(point, [queue('support')])
  const object = await MeasurementObject.findByOrFail({ customerId: customer.id })
  const administrator = await madeUser(customer, { administrator: true, language: 'sv' })
  return { customer, object, administrator, ask: asker(client, administrator, customer) }
}

export type Noting = Awaited<ReturnType<typeof madeNoting>>

/** Another person of the customer, who sees everything there. */
export async function colleague(
  client: ApiClient,
  customer: Customer,
  values: Parameters<typeof madeUser>[1] = {}
): Promise<{ user: User; ask: ReturnType<typeof asker> }> {
  const user = await madeUser(customer, { seesEverything: true, language: 'sv', ...values })
  return { user, ask: asker(client, user, customer) }
}

export const disable = (customer: Customer, module: string) =>
  enablePlugin(customer.id, module, false)

/** How many rows of a customer a table has. */
export async function rowsOf(table: string, { id }: Customer): Promise<number> {
  const rows = (await db.from(table).where('customer_id', id).count('* as total')) as {
    total: number
  }[]
  return Number(rows[0]?.total)
}

/** The local date of the customers that are made here. */
const today = () => DateTime.now().setZone('Europe/Stockholm').toFormat('yyyy-MM-dd')

/** What a report of the notes is asked for by. */
export const notesReport = () => ({
  report: 'notes.notes',
  period: { from: today(), to: today() },
  interval: 'period',
  grouping: 'object',
})
