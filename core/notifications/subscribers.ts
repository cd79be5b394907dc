import db from '@adonisjs/lucid/services/db'
import type { CollectedEvent } from '#core/contracts/collector'
import type { EventSchema } from '#core/contracts/event'
import { can } from '#core/permissions/can'
import type { Reader } from '#core/permissions/reader'
import { findReader } from '#core/permissions/read_rights'

/** A user of a customer who may be told of an event. */
export interface Person {
  id: number
  email: string
  name: string
  role: string
}

/** A user who subscribes to all, with what they see now. */
export interface Subscriber {
  person: Person
  reader: Reader
}

/** The users of a customer who subscribe to all that they see. */
export async function listSubscribers(customerId: number): Promise<Subscriber[]> {
  const people = (await db
    .from('memberships')
    .join('users', 'users.id', 'memberships.user_id')
    .where('memberships.customer_id', customerId)
    .where('memberships.subscribes_to_errands', true)
    .select({
      id: 'users.id',
      email: 'users.email',
      name: 'users.name',
      role: 'memberships.role',
    })) as Person[]
  const readers = await Promise.all(people.map(({ id }) => findReader(id, customerId)))
  return people.flatMap((person, at) => {
    const reader = readers[at]
    return reader && can(reader, 'errands.read') ? [{ person, reader }] : []
  })
}

/** Those of the subscribers who see the object that an event concerns. */
export async function subscribersOf(
  { pointId, schema, event }: { pointId: number; schema: EventSchema; event: CollectedEvent },
  subscribers: readonly Subscriber[]
): Promise<Person[]> {
  const name = schema.notify?.subscribers
  const field = name === undefined ? undefined : schema.fields[name]
  if (!subscribers.length || !name || field?.type !== 'object') return []
  const object = (await db
    .from('measurement_objects')
    .where({ point_id: pointId, identifier: String(event.fields[name] ?? '') })
    .whereIn('object_type', [field.objectType].flat())
    .select('id')
    .first()) as { id: number } | null
  return subscribers
    .filter(({ reader }) => !reader.objectIds || (object && reader.objectIds.has(object.id)))
    .map(({ person }) => person)
}
