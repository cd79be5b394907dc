import type { CollectedEvent, CollectedObject } from '#core/contracts/collector'
import { momentDate } from '#core/contracts/module_table'
import type { CustomerTools, TableRow } from '#core/contracts/module_tools'
import { countryOf } from '../numbers.js'
import { type State, countedState } from '../states.js'

const AT_ONCE = 1000

/**
 * Has reports know of every message that has changed. What has changed bears a mark until its event is durable,
 * so a server that is killed in between writes it again.
 */
export async function writeFacts(customer: CustomerTools): Promise<void> {
  const rows = customer.rows('messages')
  for (;;) {
    const changed = await rows.list({
      where: { untold: { from: '0' } },
      order: ['untold'],
      limit: AT_ONCE,
    })
    if (!changed.length) return
    const names = await namesOf(customer, changed)
    const events = changed.flatMap((row) => eventOf(row) ?? [])
    if (events.length) await customer.facts.write(events, objectsOf(changed, names))
    // A row that has changed again meanwhile bears another mark.
    await rows.update(
      {
        id: changed.map(({ id }) => Number(id)),
        untold: changed.map(({ untold }) => String(untold)),
      },
      { untold: null }
    )
    if (changed.length < AT_ONCE) return
  }
}

const at = (text: unknown) => (typeof text === 'string' ? momentDate(text) : null)

function eventOf(row: TableRow): CollectedEvent | null {
  const state = countedState(String(row.state) as State)
  if (state === null) return null
  const handed = at(row.handed_at)
  const settled = at(row.settled_at)
  const seconds =
    state === 'delivered' && handed && settled
      ? Math.max(0, Math.round((settled.getTime() - handed.getTime()) / 1000))
      : null
  const number = String(row.number)
  return {
    event: 'message',
    key: String(row.own_id),
    at: handed ?? settled ?? at(row.created_at)!,
    fields: {
      sender: senderOf(row),
      sending: row.sending_id === null ? null : String(row.sending_id),
      login: row.login_id === null ? null : String(row.login_id),
      number,
      state,
      via: String(row.via),
      encoding: String(row.encoding),
      parts: Number(row.parts),
      price: row.price === null ? null : String(row.price),
      seconds,
      idx: row.idx === null ? null : String(row.idx),
      country: countryOf(number) || null,
    },
  }
}

/** Messages with the account's own sender are one object. */
const senderOf = ({ sender }: TableRow) => String(sender || 'standard')

interface Names {
  sendings: ReadonlyMap<string, string>
  people: ReadonlyMap<string, string>
}

async function namesOf(customer: CustomerTools, rows: readonly TableRow[]): Promise<Names> {
  const numbers = (name: string) => [
    ...new Set(rows.flatMap((row) => (row[name] === null ? [] : [Number(row[name])]))),
  ]
  const [sendings, people] = await Promise.all([
    customer.rows('sendings').list({ where: { id: numbers('sending_id') }, limit: AT_ONCE }),
    customer.people(numbers('login_id')),
  ])
  return {
    sendings: new Map(sendings.map(({ id, name }) => [String(id), String(name)])),
    people: new Map(people.map(({ id, name }) => [String(id), name])),
  }
}

function objectsOf(rows: readonly TableRow[], { sendings, people }: Names): CollectedObject[] {
  const senders = new Set(rows.map(senderOf))
  return [
    ...[...senders].map((name) => ({ objectType: 'sender', identifier: name, name })),
    ...[...sendings].map(([identifier, name]) => ({ objectType: 'sending', identifier, name })),
    ...[...people].map(([identifier, name]) => ({ objectType: 'login', identifier, name })),
  ]
}
