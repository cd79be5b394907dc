import { spawn } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { text } from 'node:stream/consumers'
import { setTimeout as pause } from 'node:timers/promises'
import { test } from '@japa/runner'
import type { RowDataPacket } from 'mysql2'
import { Page } from '#tests/made/page'
import { type Mariadb, startMariadb } from '#tests/services/mariadb'
import { suiteRun } from '#tests/services/suite_run'

/** Runs Node on a file of ours to its end. */
async function ran(args: string[], env: Record<string, string>, input = '') {
  const child = spawn(process.execPath, args, { env: { ...process.env, ...env }, stdio: 'pipe' })
  child.stdin.end(input)
  const ended = new Promise<number | null>((resolve) => child.on('exit', resolve))
  const [exitCode, output, errors] = await Promise.all([
    ended,
    text(child.stdout),
    text(child.stderr),
  ])
  return { exitCode, output, errors }
}

const freePort = () =>
  new Promise<number>((resolve) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const address = server.address()
      server.close(() => resolve(typeof address === 'object' && address ? address.port : 0))
    })
  })

test.group('On MariaDB', (group) => {
  let mariadb: Mariadb

  group.setup(async () => {
    mariadb = await startMariadb()
    return () => mariadb.stop()
  })

  async function rows(sql: string) {
    const [found] = await mariadb.connection.query<RowDataPacket[]>(sql)
    return found
  }

  test('customers, users, rights, objects and indexes are as on SQLite, and the migrations run up and down', async ({
    assert,
  }) => {
    const url = await mariadb.newDatabase('suites')
    const suites = ['users/', 'customers/', 'permissions/', 'measurement_objects/', 'database/']
    suites.push('saved_reports/breakdown_default.spec.ts')
    const run = await suiteRun(suites, { TEST_DATABASE_URL: url })
    assert.equal(run.exitCode, 0, run.told)
    assert.isAbove(run.passed, 60)
    const left = await rows('show tables from suites')
    assert.sameMembers(
      left.map((row) => Object.values(row)[0] as string),
      ['adonis_schema', 'adonis_schema_versions']
    )
  }).timeout(1_800_000)

  test('the server signs people in, keeps their sessions and ends them', async ({
    assert,
    cleanup,
  }) => {
    const storage = mkdtempSync(join(tmpdir(), 'telestat-on-mariadb-'))
    const port = await freePort()
    const env = {
      DATABASE_URL: await mariadb.newDatabase('server'),
      STORAGE: storage,
      PORT: String(port),
      NODE_ENV: 'production',
      // A server in production refuses the key of the tests.
      APP_KEY: randomBytes(32).toString('base64url'),
      LOG_LEVEL: 'fatal',
    }
    const ace = async (args: string[], input?: string) => {
      const { exitCode, output, errors } = await ran(['ace.js', ...args], env, input)
      assert.equal(exitCode, 0, output + errors)
    }
    await ace(['migration:run', '--force'])
    await ace(['customer:create', '--slug=nordvik', '--name=Nordvik 🚚'])
    const person = ['--customer=nordvik', '--email=eva@nordvik.example', '--name=Eva Åström 😀']
    await ace(['user:create', ...person, '--admin', '--password-stdin'], 'a good password\n')
    const server = spawn(process.execPath, ['run.js'], {
      env: { ...process.env, ...env },
      stdio: 'ignore',
    })
    const ended = new Promise((resolve) => server.on('exit', resolve))
    cleanup(async () => {
      server.kill('SIGTERM')
      // One that does not end shall fail its own test, and not hold up all others.
      const late = setTimeout(() => server.kill('SIGKILL'), 60_000)
      await ended
      clearTimeout(late)
      rmSync(storage, { recursive: true, force: true })
    })
    await serving(port)
    const page = new Page(undefined, port, storage)
    const { status, body } = await page.signIn('eva@nordvik.example', 'a good password')
    assert.equal(status, 200)
    assert.equal(body.user?.name, 'Eva Åström 😀')
    assert.equal(body.customer?.name, 'Nordvik 🚚')
    const again = await page.get('/api/session')
    assert.deepEqual(again.body, body)
    const [stored] = await rows(
      'select timestampdiff(minute, utc_timestamp(), expires_at) as minutes from server.sessions'
    )
    assert.approximately(Number(stored.minutes), 12 * 60, 2)
    await page.delete('/api/session')
    const after = await page.get('/api/session')
    assert.equal(after.status, 401)
  })
})

async function serving(port: number) {
  for (let attempt = 1; attempt <= 2400; attempt += 1) {
    const up = await fetch(`http://127.0.0.1:${port}/health`).then(
      (response) => response.ok,
      () => false
    )
    if (up) return
    await pause(100)
  }
  throw new Error('The server did not start.')
}
