import type { Knex } from 'knex'

/**
 * Columns of a table on both databases. A module's migrations, which import nothing else of ours, make
 * their tables with `customerTable`.
 */
const isMysql = (table: Knex.CreateTableBuilder) =>
  // The builder knows its client, but knex leaves it out of its types.
  (table as unknown as { client: { config: { client: string } } }).client.config.client === 'mysql2'

/** A token, key or identifier: compared byte by byte, short enough for a unique index. */
export function identifier(table: Knex.CreateTableBuilder, name: string, length = 191) {
  const column = table.string(name, length)
  return isMysql(table) ? column.collate('utf8mb4_bin') : column
}

/** A moment in UTC to the millisecond. */
export function moment(table: Knex.CreateTableBuilder, name: string) {
  return isMysql(table) ? table.specificType(name, 'datetime(3)') : table.string(name, 23)
}

/** JSON as text: both databases keep it as written. */
export function json(table: Knex.CreateTableBuilder, name: string) {
  return isMysql(table) ? table.specificType(name, 'longtext') : table.text(name)
}

/** Bytes of a small file, at most 16 MB. */
export function bytes(table: Knex.CreateTableBuilder, name: string) {
  return isMysql(table) ? table.specificType(name, 'mediumblob') : table.binary(name)
}

/** Ids of rows of a table of core: they are set to null, or the row goes, when what they name is gone. */
export function refersTo(
  table: Knex.CreateTableBuilder,
  name: string,
  target: 'users' | 'measurement_objects',
  whenGone: 'CASCADE' | 'SET NULL'
) {
  const column = table.integer(name).unsigned()
  const kept = whenGone === 'CASCADE' ? column.notNullable() : column.nullable()
  return kept.references(`${target}.id`).onDelete(whenGone).index()
}

/** What of a migration's schema makes tables. */
interface Schema {
  createTable(name: string, build: (table: Knex.CreateTableBuilder) => void): unknown
}

/**
 * A table of a module: `id`, whose customer each row is, and the columns that `build` adds. Rows go with
 * their customer.
 *
 * @param name the whole name, with the module's prefix
 */
export function customerTable(
  schema: Schema,
  name: string,
  build: (table: Knex.CreateTableBuilder) => void
): void {
  schema.createTable(name, (table) => {
    table.increments('id')
    table
      .integer('customer_id')
      .unsigned()
      .notNullable()
      .references('customers.id')
      .onDelete('CASCADE')
      .index()
    build(table)
  })
}

/** The moment that a text of a `moment` column stands for. */
export const momentDate = (text: string | null) =>
  text === null ? null : new Date(`${text.replace(' ', 'T')}Z`)
