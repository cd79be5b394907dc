import { spawn, spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { type Connection, createConnection } from 'mysql2/promise'

/** A MariaDB of the test's own, on a socket in a temporary folder. */
export interface Mariadb {
  /** Makes an empty database and answers its `DATABASE_URL`. */
  newDatabase(name: string): Promise<string>
  connection: Connection
  stop(): Promise<void>
}

const ATTEMPTS = 1200
const PAUSE_MS = 100

/** Starts a MariaDB server with these options too. Throws what it said where it does not start. */
export async function startMariadb(options: readonly string[] = []): Promise<Mariadb> {
  const folder = mkdtempSync(join(tmpdir(), 'telestat-mariadb-'))
  const socket = join(folder, 's')
  const asRoot = process.getuid?.() === 0 ? ['--user=root'] : []
  const data = `--datadir=${join(folder, 'data')}`
  const installed = spawnSync(
    'mariadb-install-db',
    [
      '--no-defaults',
      data,
      '--auth-root-authentication-method=normal',
      '--skip-test-db',
      ...asRoot,
    ],
    { encoding: 'utf8' }
  )
  if (installed.status !== 0) throw new Error(installed.stderr)
  const server = spawn(
    'mariadbd',
    [
      '--no-defaults',
      data,
      `--socket=${socket}`,
      '--skip-networking',
      '--skip-grant-tables',
      '--innodb-flush-log-at-trx-commit=0',
      ...options,
      ...asRoot,
    ],
    { stdio: 'ignore' }
  )
  const ended = new Promise<void>((resolve) => server.on('exit', () => resolve()))
  const connection = await connected(socket)
  return {
    connection,
    async newDatabase(name) {
      await connection.query(`create database \`${name}\` character set utf8mb4`)
      return `mysql://root@localhost/${name}?socket=${encodeURIComponent(socket)}`
    },
    async stop() {
      await connection.end()
      server.kill('SIGTERM')
      await ended
      rmSync(folder, { recursive: true, force: true })
    },
  }
}

async function connected(socketPath: string): Promise<Connection> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await createConnection({ socketPath, user: 'root' })
    } catch (error) {
      if (attempt === ATTEMPTS) throw error
      await pause(PAUSE_MS)
    }
  }
}
