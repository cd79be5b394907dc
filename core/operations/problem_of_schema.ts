import type { SchemaState } from '#database/schema_state'

/** Why the server does not start on a database whose tables are not those of this version, or undefined. */
export function problemOfSchema({ missing, later }: SchemaState): string | undefined {
  if (missing.length > 0) {
    return `The database lacks ${missing.length} migrations of this version, from ${missing[0]} on. Run "node ace migration:run --force".`
  }
  if (later.length > 0) {
    return `The database was migrated by a later version, which added ${later[0]}. Start that version, or restore a backup of before.`
  }
  return undefined
}
