import db from '@adonisjs/lucid/services/db'
import { badRetention, unknownEvent } from '#core/customers/errors'
import RetentionRule from '#core/customers/models/retention_rule'
import { registry } from '#core/plugins/registry'

/**
 * Keeps the facts of one event (`<source>.<event>`) of a customer for so many days, or `forever`.
 * Throws `E_UNKNOWN_EVENT` and `E_BAD_RETENTION`.
 */
export async function setRetention(input: {
  customerId: number
  event: string
  days: string
}): Promise<{ event: string; days: number | null }> {
  const { customerId, event } = input
  const known = registry()
    .sources()
    .flatMap((source) => source.events.map(({ key }) => `${source.key}.${key}`))
  if (!known.includes(event)) throw unknownEvent(event, known)
  if (input.days === 'forever') {
    await db.from('retention_rules').where({ customer_id: customerId, event }).delete()
    return { event, days: null }
  }
  if (!/^[1-9]\d{0,4}$/.test(input.days)) throw badRetention(input.days)
  const days = Number(input.days)
  await RetentionRule.updateOrCreate({ customerId, event }, { days })
  return { event, days }
}
