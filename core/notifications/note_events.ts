import { createHash, randomUUID } from 'node:crypto'
import db from '@adonisjs/lucid/services/db'
import { DateTime } from 'luxon'
import type { CollectedEvent } from '#core/contracts/collector'
import type { EventSchema, Notify } from '#core/contracts/event'
import type { Row } from '#core/contracts/scalar'
import { holds } from '#core/notifications/holds'
import { listSubscribers, type Person, subscribersOf } from '#core/notifications/subscribers'
import { heldFields } from '#core/plugins/held_fields'
import { momentText } from '#database/columns'
import { writeTransaction } from '#database/write_transaction'

/** What is older than this is history that is collected, and tells nobody. */
export const TOLD_FOR = { hours: 48 }

/** Events of one collection point that say what holds of their keys. */
export interface NotedEvents {
  customerId: number
  pointId: number
  source: string
  schemas: readonly EventSchema[]
  events: readonly CollectedEvent[]
}

/**
 * Writes down whom collected events concern, to be told. Of an event and a person that stands there
 * once: collecting it again, or a later version of it, changes nothing. What an event that has become
 * another person's is about, is told to that one.
 */
export async function noteEvents(
  { customerId, pointId, source, schemas, events }: NotedEvents,
  now: DateTime = DateTime.utc()
): Promise<void> {
  const found = schemas.flatMap((schema) => telling(schema, events, now))
  if (!found.length) return
  const people = await peopleOf(customerId, [...new Set(found.flatMap(addressesOf))])
  const subscribers = found.some(({ schema }) => schema.notify?.subscribers)
    ? await listSubscribers(customerId)
    : []
  const noted: (Telling & { person: Person })[] = []
  for (const { schema, event } of found) {
    const named = addressesOf({ schema, event }).flatMap((address) => people.get(address) ?? [])
    const subscribing = await subscribersOf({ pointId, schema, event }, subscribers)
    const persons = new Map([...named, ...subscribing].map((person) => [person.id, person]))
    for (const person of persons.values()) {
      if (concerns(schema, event, person)) noted.push({ schema, event, person })
    }
  }
  if (!noted.length) return
  const at = momentText(now)
  const rows = noted.map(({ schema, event, person }) => ({
    id: randomUUID(),
    customer_id: customerId,
    point_id: pointId,
    user_id: person.id,
    source,
    event: schema.key,
    occasion: occasionOf(event),
    fields: JSON.stringify(kept(schema.notify!, event.fields)),
    state: 'waiting',
    attempts: 0,
    next_try_at: at,
    problem: 'null',
    noted_at: at,
    state_at: at,
  }))
  await writeTransaction(async (client) => {
    for (const row of rows) {
      await client
        .knexQuery()
        .table('notifications')
        .insert(row)
        .onConflict(['point_id', 'occasion', 'user_id'])
        .ignore()
    }
  })
}

interface Telling {
  schema: EventSchema
  event: CollectedEvent
}

/** The events of a kind that tell somebody. */
function telling(schema: EventSchema, events: readonly CollectedEvent[], now: DateTime): Telling[] {
  const { notify } = schema
  if (!notify) return []
  const since = now.minus(TOLD_FOR).toMillis()
  return events
    .filter(({ event, removed }) => event === schema.key && !removed)
    .filter(({ at, fields }) => momentOf(notify, at, fields) >= since)
    .filter(({ fields }) => !notify.where || holds(notify.where, fields))
    .map((event) => ({ schema, event }))
}

/** Email addresses of the persons whose event it is. */
const addressesOf = ({ schema, event }: Telling): string[] =>
  [schema.notify?.person ?? []].flat().flatMap((name) => {
    const address = event.fields[name]
    return typeof address === 'string' && address.includes('@') ? [address.toLowerCase()] : []
  })

function momentOf({ since }: Notify, at: Date, fields: Row): number {
  const own = since && fields[since]
  return typeof own === 'string' ? Date.parse(own) : at.getTime()
}

/** The users of the customer among these addresses, by address. */
async function peopleOf(
  customerId: number,
  addresses: readonly string[]
): Promise<Map<string, Person>> {
  const rows = (await db
    .from('users')
    .join('memberships', 'memberships.user_id', 'users.id')
    .where('memberships.customer_id', customerId)
    .whereNull('memberships.locked_at')
    .whereIn('users.email', [...new Set(addresses)])
    .select({
      id: 'users.id',
      email: 'users.email',
      name: 'users.name',
      role: 'memberships.role',
    })) as Person[]
  return new Map(rows.map((person) => [person.email, person]))
}

/** Whether the person is to know of it, and did not do it themselves. */
function concerns({ internal, notify }: EventSchema, { fields }: CollectedEvent, person: Person) {
  if (internal && person.role === 'customerUser' && holds(internal, fields)) return false
  const by = String((notify?.by && fields[notify.by]) ?? '').toLowerCase()
  return by !== person.email && by !== person.name.toLowerCase()
}

const occasionOf = ({ event, key }: CollectedEvent) =>
  createHash('sha256').update(`${event}\n${key}`).digest('hex')

/** Only what its words need is kept. */
const kept = (notify: Notify, fields: Row): Row =>
  Object.fromEntries(heldFields(notify).map((name) => [name, fields[name] ?? null]))
