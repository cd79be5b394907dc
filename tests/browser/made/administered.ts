import { createGroup } from '#core/measurement_objects/actions/create_group'
import MeasurementObject from '#core/measurement_objects/models/measurement_object'
import { madeCustomer } from '#tests/made/customer'
import { madeObjects, madePoint, queue } from '#tests/made/objects'
import { madeUser } from '#tests/made/user'

/** A customer with queues, a group that holds the first of them, and somebody who administers it. */
export async function madeAdministered(queues = ['support', 'sälj', 'natt'], group = 'Kundtjänst') {
  const customer = await madeCustomer({ plugins: ['asterisk'] })
  const point = await madePoint(customer, { name: 'växeln' })
  await madeObjects(
    point,
    queues.map((name) => queue(name))
  )
  const objects = await MeasurementObject.query().where('customerId', customer.id).orderBy('id')
  const idOf = (identifier: string) =>
    objects.find((object) => object.identifier === identifier)?.id ?? 0
  const made = await createGroup({
    customerId: customer.id,
    name: group,
    objectIds: [idOf(queues[0] ?? '')],
  })
  const administrator = await madeUser(customer, { administrator: true, name: 'Åsa Admin' })
  return { customer, point, administrator, group: made, idOf }
}
