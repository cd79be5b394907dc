import type { HttpContext } from '@adonisjs/core/http'
import { unknownCustomer } from '#core/customers/errors'
import Customer from '#core/customers/models/customer'
import { unknownPoint } from '#core/measurement_objects/errors'
import CollectionPoint from '#core/measurement_objects/models/collection_point'

const idOf = (id: unknown) => (/^\d{1,9}$/.test(String(id)) ? Number(id) : 0)

/** The customer that an operator's address names. Throws `E_UNKNOWN_CUSTOMER`. */
export async function operatedCustomer({ params }: HttpContext): Promise<Customer> {
  const customer = await Customer.find(idOf(params.id))
  if (!customer) throw unknownCustomer(String(params.id))
  return customer
}

/** The collection point that an operator's address names. Throws `E_UNKNOWN_CUSTOMER` and `E_UNKNOWN_POINT`. */
export async function operatedPoint(ctx: HttpContext): Promise<CollectionPoint> {
  const { id: customerId } = await operatedCustomer(ctx)
  const point = await CollectionPoint.findBy({ customerId, id: idOf(ctx.params.point) })
  if (!point) throw unknownPoint(String(ctx.params.point))
  return point
}
