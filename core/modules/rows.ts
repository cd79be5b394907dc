import { randomUUID } from 'node:crypto'
import db from '@adonisjs/lucid/services/db'
import type { TransactionClientContract } from '@adonisjs/lucid/types/database'
import type { DatabaseQueryBuilderContract } from '@adonisjs/lucid/types/querybuilder'
import { DateTime } from 'luxon'
import type { Range, Rows, TableRow, Value, Where } from '#core/contracts/module_tools'
import { momentText } from '#database/columns'
import { countOf } from '#database/holding'
import { insertAll } from '#database/insert_all'
import { writeTransaction } from '#database/write_transaction'

type Query = DatabaseQueryBuilderContract<TableRow>
type NewRow = Readonly<Record<string, Value>>

const MOST = 10_000
const AT_ONCE = 1000
/** Each value of a list is a binding, of which a statement takes so many. */
const MOST_VALUES = 10_000

/**
 * A table of a module's for one customer: the prefix and the customer are put in here, where no module
 * can leave them out. Within a transaction everything goes by its client.
 */
export function tableRows(
  { prefix, customerId }: { prefix: string; customerId: number },
  name: string,
  transaction?: TransactionClientContract
): Rows {
  const table = `${prefix}${plain(name, 'table')}`
  const client = transaction ?? db.connection()
  const mine = (where: Where = {}): Query => {
    const query = client.from(table).where('customer_id', customerId) as Query
    for (const [column, wanted] of Object.entries(where)) narrow(query, plain(column), wanted)
    return query
  }
  const owned = (row: NewRow) => ({ ...stored(row), customer_id: customerId })

  async function* each(where: Where = {}): AsyncIterable<TableRow> {
    for (let after = 0; ;) {
      const page = (await mine(where)
        .where('id', '>', after)
        .orderBy('id')
        .limit(AT_ONCE)) as TableRow[]
      yield* page
      if (page.length < AT_ONCE) return
      after = Number(page.at(-1)!.id)
    }
  }

  return {
    async list({ where = {}, order = [], limit, offset = 0 }) {
      if (!Number.isInteger(limit) || limit < 1 || limit > MOST) {
        throw new Error(`The limit must be a whole number from 1 to ${MOST}, not ${limit}.`)
      }
      const query = mine(where).limit(limit).offset(offset)
      for (const wish of [...order, 'id']) {
        const column = plain(wish.replace(/^-/, ''))
        void query.orderBy(column, wish.startsWith('-') ? 'desc' : 'asc')
      }
      return (await query) as TableRow[]
    },
    each,
    async first(where) {
      return ((await mine(where).orderBy('id').first()) as TableRow | null) ?? null
    },
    count: (where = {}) => countOf(mine(where)),
    async claim({ where, order = [], limit, mark }, change) {
      const found = mine(where).select('id').limit(limit)
      for (const wish of [...order, 'id']) {
        void found.orderBy(plain(wish.replace(/^-/, '')), wish.startsWith('-') ? 'desc' : 'asc')
      }
      const ids = ((await found) as TableRow[]).map(({ id }) => Number(id))
      if (!ids.length) return []
      const own = randomUUID()
      // Whoever is first changes the row, and the others find it no longer as it was.
      await mine({ ...where, id: ids }).update(stored({ ...change, [mark]: own }))
      return (await mine({ [mark]: own, id: ids }).orderBy('id')) as TableRow[]
    },
    async insert(row) {
      const [id] = (await client.table(table).insert(owned(row))) as number[]
      return Number(id)
    },
    async insertMany(rows) {
      const add = (within: TransactionClientContract) => insertAll(within, table, rows.map(owned))
      await (transaction ? add(transaction) : writeTransaction(add))
    },
    async update(where, change) {
      return changed(await mine(where).update(stored(change)))
    },
    async delete(where) {
      return changed(await mine(where).delete())
    },
  }
}

/** Both databases answer a number, one of them in a list. */
const changed = (answer: unknown) => Number(Array.isArray(answer) ? answer[0] : answer)

function narrow(query: Query, column: string, wanted: Where[string]): void {
  if (Array.isArray(wanted)) {
    if (wanted.length > MOST_VALUES) throw new Error(`At most ${MOST_VALUES} values at a time.`)
    void query.whereIn(column, wanted.map(storedValue) as string[])
    return
  }
  if (isRange(wanted)) {
    const { from, before } = wanted
    if (from !== undefined) void query.where(column, '>=', storedValue(from) as string)
    if (before !== undefined) void query.where(column, '<', storedValue(before) as string)
    return
  }
  const value = storedValue(wanted as Value)
  if (value === null) void query.whereNull(column)
  else void query.where(column, value)
}

const isRange = (wanted: Where[string]): wanted is Range =>
  typeof wanted === 'object' && wanted !== null && !(wanted instanceof Date)

function stored(row: NewRow): Record<string, string | number | boolean | null> {
  if ('customer_id' in row)
    throw new Error('Whose a row is is said by core: leave out customer_id.')
  return Object.fromEntries(
    Object.entries(row).map(([column, value]) => [plain(column), storedValue(value)])
  )
}

const storedValue = (value: Value) =>
  value instanceof Date ? momentText(DateTime.fromJSDate(value)) : value

/** A name of a table or column; what could be more than that is refused. */
function plain(name: string, kind = 'column'): string {
  if (!/^[a-z][a-z0-9_]{0,62}$/.test(name)) throw new Error(`"${name}" is no name of a ${kind}.`)
  return name
}
