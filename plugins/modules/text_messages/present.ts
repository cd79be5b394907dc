import { momentDate } from '#core/contracts/module_table'
import type { CustomerTools, ModuleReader, TableRow } from '#core/contracts/module_tools'
import { type Sending, notSpent } from './engine/sending.js'
import { maskedNumber } from './numbers.js'

const at = (text: unknown) => (typeof text === 'string' ? momentDate(text) : null)

/** Messages as a reader sees them: who may not see contents gets masked numbers and no texts. */
export async function presentMessages(
  customer: CustomerTools,
  reader: ModuleReader,
  rows: readonly TableRow[]
) {
  const seesContents = reader.can('contents')
  const ids = rows.flatMap(({ login_id: id }) => (id === null ? [] : [Number(id)]))
  const people = await customer.people([...new Set(ids)])
  const names = new Map(people.map(({ id, name }) => [id, name]))
  const sendingIds = rows.flatMap(({ sending_id: id }) => (id === null ? [] : [Number(id)]))
  const sendings = await customer
    .rows('sendings')
    .list({ where: { id: [...new Set(sendingIds)] }, limit: 1000 })
  const sendingNames = new Map(sendings.map(({ id, name }) => [Number(id), String(name)]))
  return rows.map((row) => ({
    id: Number(row.id),
    number: seesContents ? String(row.number) : maskedNumber(String(row.number)),
    sender: row.sender,
    text: seesContents ? row.text : null,
    encoding: row.encoding,
    parts: Number(row.parts),
    state: row.state,
    held: row.state === 'waiting' && at(row.due_at)! > customer.now(),
    dueAt: at(row.due_at),
    skipReason: row.skip_reason,
    code: row.code,
    problem: row.problem,
    idx: row.idx,
    via: row.via,
    login: row.login_id === null ? null : (names.get(Number(row.login_id)) ?? null),
    sendingId: row.sending_id === null ? null : Number(row.sending_id),
    sending: row.sending_id === null ? null : (sendingNames.get(Number(row.sending_id)) ?? null),
    reference: row.reference,
    price: row.price,
    unit: row.unit,
    createdAt: at(row.created_at),
    handedAt: at(row.handed_at),
    settledAt: at(row.settled_at),
  }))
}

/** A sending with its money. What it says is a text of the sender's own, so it is shown to who may see sendings. */
export async function presentSending(
  customer: CustomerTools,
  reader: ModuleReader,
  sending: Sending
) {
  const ids = [sending.madeById, sending.startedById].flatMap((id) => id ?? [])
  const people = await customer.people(ids)
  const names = new Map(people.map(({ id, name }) => [id, name]))
  const { counts, madeById, startedById, ...rest } = sending
  const { spent = null, ...states } = counts
  return {
    ...rest,
    counts: states,
    spent,
    notSpent: notSpent(sending),
    madeBy: madeById === null ? null : (names.get(madeById) ?? null),
    startedBy: startedById === null ? null : (names.get(startedById) ?? null),
    mine: madeById === reader.userId || reader.role === 'administrator',
  }
}
