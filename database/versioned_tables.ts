/**
 * The tables that say what a customer's people may ask for. Each write to one of them, by whichever
 * process or tool, gives the customer a new version: triggers see to it, so that no code can forget.
 */
export interface VersionedTable {
  table: string
  /** SQL of the customer's id; `row` is `old` or `new`. */
  customer(row: 'old' | 'new'): string
  /** Only changes of these columns count. Without it every change does. */
  only?: readonly string[]
}

const own = (row: string) => `${row}.customer_id`
const through = (table: string, column: string) => (row: string) =>
  `(select customer_id from ${table} where id = ${row}.${column})`
const ofMembership = through('memberships', 'membership_id')

export const versionedTables: readonly VersionedTable[] = [
  { table: 'customers', customer: (row) => `${row}.id` },
  { table: 'customer_plugins', customer: own },
  {
    table: 'memberships',
    customer: own,
    only: [
      'customer_id',
      'user_id',
      'role',
      'sees_everything',
      'sees_everything_until',
      'call_specification',
      'locked_at',
      'zone',
    ],
  },
  { table: 'membership_rights', customer: ofMembership },
  { table: 'membership_objects', customer: ofMembership },
  { table: 'membership_groups', customer: ofMembership },
  { table: 'membership_points', customer: ofMembership },
  // A collection writes its memory and times here all the time.
  { table: 'collection_points', customer: own, only: ['customer_id', 'source', 'name', 'zone'] },
  { table: 'measurement_objects', customer: own },
  { table: 'object_aliases', customer: through('measurement_objects', 'object_id') },
  { table: 'object_groups', customer: own },
  { table: 'object_group_members', customer: through('object_groups', 'group_id') },
]

type Dialect = 'sqlite' | 'mysql'
const events = ['insert', 'update', 'delete'] as const

export const triggerName = (table: string, event: (typeof events)[number]) =>
  `version_${table}_${event}`

/** Names of all triggers. */
export const triggerNames = versionedTables.flatMap(({ table }) =>
  events.map((event) => triggerName(table, event))
)

// Random and never a number: what was rolled back or restored must not meet a version given before.
const fresh: Record<Dialect, string> = { sqlite: 'lower(hex(randomblob(12)))', mysql: 'uuid()' }

/** Statements that make the triggers. */
export const triggerStatements = (dialect: Dialect): string[] =>
  versionedTables.flatMap((versioned) =>
    events.map((event) => {
      const { table, only } = versioned
      const counted = event === 'update' ? only : undefined
      const name = `create trigger ${triggerName(table, event)} after ${event}`
      const body = bodyOf(dialect, versioned, event)
      if (dialect === 'sqlite') {
        return `${name}${counted ? ` of ${counted.join(', ')}` : ''} on ${table} for each row begin ${body}; end`
      }
      const same = counted?.map((column) => `old.${column} <=> new.${column}`).join(' and ')
      const wrapped = same ? `if not (${same}) then ${body}; end if` : body
      return `${name} on ${table} for each row begin ${wrapped}; end`
    })
  )

function bodyOf(dialect: Dialect, { table, customer }: VersionedTable, event: string) {
  if (table === 'customers' && event === 'insert') {
    return `insert into customer_versions (customer_id, version) values (new.id, ${fresh[dialect]})`
  }
  const touched = {
    insert: [customer('new')],
    update: [customer('old'), customer('new')],
    delete: [customer('old')],
  }[event]!
  return (
    [...new Set(touched)]
      // MySQL locks every customer's row where it is asked for with IN and a subquery.
      .map(
        (id) => `update customer_versions set version = ${fresh[dialect]} where customer_id = ${id}`
      )
      .join('; ')
  )
}

/** Gives the customers that there are their first version. */
export const firstVersions = (dialect: Dialect) =>
  `insert into customer_versions (customer_id, version) select id, ${fresh[dialect]} from customers`
