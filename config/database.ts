import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { defineConfig } from '@adonisjs/lucid'
import env from '#start/env'
import plugins from '#config/plugins'
import { storageFolder } from '#config/storage'

/** Core's, and those of the modules that are here. */
const migrations = [
  'database/migrations',
  ...plugins.folders
    .filter((folder) => folder.startsWith('plugins/modules/'))
    .map((folder) => `${folder}/migrations`)
    .filter((folder) => existsSync(new URL(`../${folder}`, import.meta.url))),
]

const shared = {
  migrations: { naturalSort: true, paths: migrations },
  schemaGeneration: { enabled: false },
}

/** `mysql://user:password@host:port/database`, with `?socket=/path` for a local socket. */
function mysqlConnection(address: string) {
  const url = new URL(address)
  const socketPath = url.searchParams.get('socket')
  return {
    ...(socketPath ? { socketPath } : { host: url.hostname, port: Number(url.port || 3306) }),
    user: decodeURIComponent(url.username),
    password: decodeURIComponent(url.password),
    database: url.pathname.slice(1),
    charset: 'utf8mb4',
    timezone: 'Z',
    dateStrings: true,
  }
}

const databaseUrl = env.get('DATABASE_URL')

export default defineConfig({
  connection: databaseUrl ? 'mysql' : 'sqlite',
  connections: {
    sqlite: {
      client: 'better-sqlite3',
      connection: { filename: join(storageFolder(), 'telestat.sqlite3') },
      useNullAsDefault: true,
      pool: {
        afterCreate: (
          connection: {
            pragma(statement: string): void
            function(
              name: string,
              options: { deterministic: boolean },
              work: (text: unknown) => unknown
            ): void
          },
          done: (error: Error | null, connection: unknown) => void
        ) => {
          connection.pragma('journal_mode = WAL')
          connection.pragma('synchronous = FULL')
          connection.pragma('busy_timeout = 5000')
          connection.pragma('foreign_keys = ON')
          // Its own knows the letters A to Z alone: who seeks “åsa” finds Åsa, as on MySQL.
          connection.function('lower', { deterministic: true }, (text) =>
            typeof text === 'string' ? text.toLowerCase() : text
          )
          done(null, connection)
        },
      },
      ...shared,
    },
    ...(databaseUrl && {
      mysql: { client: 'mysql2' as const, connection: mysqlConnection(databaseUrl), ...shared },
    }),
  },
})
