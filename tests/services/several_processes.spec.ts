import { randomBytes } from 'node:crypto'
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { appendFile, stat } from 'node:fs/promises'
import { Agent, request } from 'node:http'
import { connect } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { json } from 'node:stream/consumers'
import { setTimeout as pause } from 'node:timers/promises'
import { test } from '@japa/runner'
import type { RowDataPacket } from 'mysql2'
import { weeksLater } from '#tests/made/queue_log'
import { startClickhouseServer } from '#tests/services/clickhouse_server'
import { startMariadb } from '#tests/services/mariadb'
import { startRedis } from '#tests/services/redis'
import { runCommand, startServer, type ServerProcess } from '#tests/services/server_process'
import { until } from '#tests/made/until'

const POINTS = 8

/** Readiness on a connection that is kept, as a proxy asks for it. */
const readiness = (port: number, agent: Agent) =>
  new Promise<{ status: string; code?: number } | undefined>((resolve) => {
    request({ host: '127.0.0.1', port, agent, path: '/health/ready' }, (response) => {
      json(response).then(
        (body) => resolve({ ...(body as { status: string }), code: response.statusCode }),
        () => resolve(undefined)
      )
    })
      .once('error', () => resolve(undefined))
      .end()
  })

test.group('Several processes', () => {
  test('share what is collected, take it over from one that is killed or stopped, and stop in time whatever is away', async ({
    assert,
    cleanup,
  }) => {
    const [mariadb, engine, redis] = await Promise.all([
      startMariadb(),
      startClickhouseServer(),
      startRedis(),
    ])
    const storage = mkdtempSync(join(tmpdir(), 'telestat-several-'))
    const running: ServerProcess[] = []
    // What is stopped in the test is not stopped again after it.
    const services = new Set([mariadb.stop, engine.stop, redis.stop])
    const stopped = async (stop: () => Promise<void>) => {
      services.delete(stop)
      await stop()
    }
    cleanup(async () => {
      await Promise.all(running.map((server) => server.end('SIGKILL')))
      await Promise.all([...services].map((stop) => stop()))
      rmSync(storage, { recursive: true, force: true })
    })
    const settings = {
      NODE_ENV: 'production',
      APP_KEY: randomBytes(32).toString('base64url'),
      DATABASE_URL: await mariadb.newDatabase('several'),
      FACTS_URL: engine.url,
      REDIS_URL: redis.url,
      STORAGE: storage,
      LOG_LEVEL: 'fatal',
      LEASE_SECONDS: '3',
      SHUTDOWN_NOTICE_SECONDS: '3',
      DEMO_PACE: '0',
    }
    const start = async () => {
      const server = await startServer(settings)
      running.push(server)
      return server
    }
    const rows = async (sql: string) => {
      const [found] = await mariadb.connection.query<RowDataPacket[]>(sql)
      return found
    }
    await runCommand(['migration:run', '--force'], settings)
    const customer = ['--slug=acme', '--name=Acme', '--plugins=asterisk']
    await runCommand(['customer:create', ...customer], settings)
    await mariadb.connection.query('use several')
    await mariadb.connection.query(
      `insert into collection_points (customer_id, source, name, zone, settings, memory, created_at)
       select c.id, 'asterisk', concat('p', s.seq), 'Europe/Stockholm', '{}', 'null', utc_timestamp(3)
       from customers c join seq_1_to_${POINTS} s`
    )
    const logs = Array.from({ length: POINTS }, (_, index) =>
      join(storage, 'inbox', 'acme', 'asterisk', `p${index + 1}`, 'queue_log')
    )
    for (const log of logs) mkdirSync(join(log, '..'), { recursive: true })
    let weeks = 0
    const write = async () => {
      weeks += 1
      const lines = weeksLater(weeks).sort((a, b) => Number.parseInt(a) - Number.parseInt(b))
      for (const log of logs) await appendFile(log, `${lines.join('\n')}\n`)
    }
    /** All of every log has been collected, once. */
    const isCollected = async () => {
      const sizes = await Promise.all(logs.map(sizeOf))
      const files = await rows('select position, new_count as added from collected_files')
      return (
        files.length === POINTS &&
        files.every(({ position }) => Number(position) === sizes[0]) &&
        files.every(({ added }) => Number(added) === Number(files[0].added))
      )
    }
    /** How many points each process has, by its number. */
    const shares = async () => {
      const leases = await rows(
        "select holder, count(*) as points from leases where name like 'collecting/point:%' and until > utc_timestamp(3) group by holder"
      )
      return new Map(leases.map((row) => [Number(row.holder.split(':')[1]), Number(row.points)]))
    }
    const hasAll = async ({ pid }: ServerProcess) => {
      const found = await shares()
      return found.get(pid) === POINTS
    }
    const isShared = async (...servers: ServerProcess[]) => {
      const found = await shares()
      const points = servers.map(({ pid }) => found.get(pid) ?? 0)
      return points.every((count) => count > 0) && points.reduce((a, b) => a + b) === POINTS
    }

    const first = await start()
    await until(() => hasAll(first))
    await write()
    await until(isCollected)
    let second = await start()
    // Names of processes are drawn, and eight points may all fall to one of two: another is begun then.
    for (let round = 0; round < 20 && !(await becomesShared(() => isShared(first, second)));) {
      round += 1
      await second.end('SIGTERM')
      second = await start()
    }
    await write()
    await until(isCollected)

    await first.end('SIGKILL')
    await write()
    await until(() => hasAll(second))
    await until(isCollected)

    // A rolling restart: the new one comes before the old one goes.
    const third = await start()
    const kept = new Agent({ keepAlive: true })
    const halfAsked = connect(second.port, '127.0.0.1')
    halfAsked.on('error', none).write('GET /health/live HTTP/1.1\r\nHost: ')
    const before = await readiness(second.port, kept)
    assert.deepInclude(before, { code: 200 })
    const ended = second.end('SIGTERM')
    const told: string[] = []
    for (;;) {
      const answer = await readiness(second.port, kept)
      if (!answer) break
      told.push(`${answer.code} ${answer.status}`)
      await pause(20)
    }
    kept.destroy()
    assert.include(told, '503 stopping')
    assert.deepEqual(await ended, { exitCode: 0, errors: '' })
    halfAsked.destroy()
    await until(() => hasAll(third))
    await write()
    await until(isCollected)
    const ready = await third.ask('/health/ready')
    assert.equal(ready.status, 200)
    const { parts } = (await ready.json()) as { parts: Record<string, string> }
    assert.equal(parts.collecting, 'ok')

    // What it depends on is away when it is stopped.
    const fourth = await start()
    await stopped(redis.stop)
    await until(async () => {
      const answer = await readiness(third.port, new Agent())
      return answer?.status === 'degraded'
    })
    assert.deepEqual(await third.end('SIGTERM'), { exitCode: 0, errors: '' })
    await stopped(mariadb.stop)
    const last = await fourth.end('SIGTERM')
    assert.deepEqual(last, { exitCode: 0, errors: '' })
  }).timeout(1_800_000)
})

const sizeOf = async (path: string) => {
  const { size } = await stat(path)
  return size
}

const none = () => undefined

/** Whether it is so within a few takings of turns. */
async function becomesShared(isSo: () => Promise<boolean>): Promise<boolean> {
  for (let attempt = 0; attempt < 100; attempt += 1) {
    if (await isSo()) return true
    await pause(100)
  }
  return false
}
