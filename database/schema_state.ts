import { existsSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import app from '@adonisjs/core/services/app'
import db from '@adonisjs/lucid/services/db'

/** How the tables of the database are to this version of the code. */
export interface SchemaState {
  /** Migrations of this version that have not been run. */
  missing: string[]
  /** Migrations of core that were run by a later version. */
  later: string[]
}

const CORE = 'database/migrations'

/** Compares the migrations that were run with those that are here. */
export async function schemaState(): Promise<SchemaState> {
  const { migrations } = db.getRawConnection(db.primaryConnectionName)!.config
  const here = (migrations?.paths ?? [CORE]).flatMap(migrationsIn)
  const run = new Set(await namesOfRun())
  return {
    missing: here.filter((name) => !run.has(name)),
    // A module's folder may have been taken away; what it migrated stays.
    later: [...run].filter((name) => name.startsWith(`${CORE}/`) && !here.includes(name)),
  }
}

/** The migrations that were run; none in a database that is empty. */
async function namesOfRun(): Promise<string[]> {
  if (!(await db.connection().schema.hasTable('adonis_schema'))) return []
  const rows = (await db.from('adonis_schema').select('name')) as { name: string }[]
  return rows.map(({ name }) => name)
}

/** Named as they are kept: by path without extension. */
function migrationsIn(folder: string): string[] {
  const path = app.makePath(folder)
  if (!existsSync(path)) return []
  return readdirSync(path)
    .filter((name) => /\.[jt]s$/.test(name) && !name.endsWith('.d.ts'))
    .map((name) => join(folder, name.replace(/\.[jt]s$/, '')))
}
