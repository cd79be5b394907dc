import type { ApiClient } from '@japa/api-client'
import { createGroup } from '#core/measurement_objects/actions/create_group'
import MeasurementObject from '#core/measurement_objects/models/measurement_object'
import { asker } from '#tests/made/asker'
import { madeCustomer } from '#tests/made/customer'
import { madeObjects, madePoint, queue } from '#tests/made/objects'
import { madeUser } from '#tests/made/user'

export const SAVED = '/api/report/v1/saved-reports'

/** A report of two queues, every Friday. */
export const friday = {
  name: 'Fredagsrapporten',
  query: {
    report: 'asterisk.queue',
    period: { fromTime: '08:00', toTime: '17:00', weekdays: [1, 2, 3, 4, 5] },
    objects: ['support', 'sales'],
    columns: ['incoming', 'answered'],
    grouping: 'object',
    interval: 'weekday',
  },
  recipients: ['anna.hansson@nordvik.example'],
  active: true,
  schedules: [{ send: 'fridays', sendTime: '18:05', period: 'weekToToday' }],
}

/** A customer with two queues, an administrator, and a user who sees only one of the queues. */
export async function madeArchive(client: ApiClient) {
  const customer = await madeCustomer({ plugins: ['asterisk'] })
  await madeObjects(await madePoint(customer), [queue('support'), queue('sales'), queue('other')])
  const idOf = async (identifier: string) => {
    const found = await MeasurementObject.findByOrFail({ customerId: customer.id, identifier })
    return found.id
  }
  const groups = await Promise.all(
    ['support', 'sales'].map(async (name) =>
      createGroup({ customerId: customer.id, name, objectIds: [await idOf(name)] })
    )
  )
  const empty = await createGroup({ customerId: customer.id, name: 'Tom' })
  const administrator = await madeUser(customer, {
    administrator: true,
    callSpecification: true,
    name: 'Eva Lund',
  })
  const user = await madeUser(customer, { seesEverything: true, callSpecification: false })
  return {
    customer,
    administrator,
    user,
    groups,
    empty,
    idOf,
    administrates: asker(client, administrator, customer),
    uses: asker(client, user, customer),
  }
}
