import db from '@adonisjs/lucid/services/db'
import { DateTime } from 'luxon'
import { unknownAgent } from '#core/acts/errors'
import MeasurementObject from '#core/measurement_objects/models/measurement_object'
import { registry } from '#core/plugins/registry'
import { momentText } from '#database/columns'

/**
 * Says that a person is an object from now on. Whoever else it was is it no longer.
 *
 * @throws E_UNKNOWN_AGENT for a person or an object of another customer, or one that stands for nobody
 */
export async function linkAgent(
  customerId: number,
  wish: { userId: number; objectId: number; device: string | null }
): Promise<number> {
  const object = await MeasurementObject.query().where({ id: wish.objectId, customerId }).first()
  const member = (await db
    .from('memberships')
    .where({ customer_id: customerId, user_id: wish.userId })
    .select('id')
    .first()) as object | null
  const source = registry()
    .platforms()
    .find(({ key }) => key === object?.source)
  if (!object || !member || !source?.objectTypes[object.objectType]?.people) throw unknownAgent()
  const place = {
    customer_id: customerId,
    point_id: object.pointId,
    object_type: object.objectType,
    identifier: object.identifier,
  }
  const now = momentText(DateTime.utc())
  const [id] = await db.transaction(async (client) => {
    await client.from('object_people').where(place).whereNull('until_at').update({ until_at: now })
    return (await client.table('object_people').insert({
      ...place,
      user_id: wish.userId,
      device: wish.device,
      from_at: now,
      until_at: null,
    })) as number[]
  })
  return Number(id)
}

/** Says that the person is it no longer, from now on. */
export async function unlinkAgent(customerId: number, id: number): Promise<boolean> {
  const changed = (await db
    .from('object_people')
    .where({ id, customer_id: customerId })
    .whereNull('until_at')
    .update({ until_at: momentText(DateTime.utc()) })) as unknown
  return Number(Array.isArray(changed) ? changed[0] : changed) > 0
}
