import { spawn } from 'node:child_process'
import { text } from 'node:stream/consumers'
import { test } from '@japa/runner'
import { startMariadb } from '#tests/services/mariadb'
import { startRedis } from '#tests/services/redis'

/** The suites of jobs and deliveries, in a process of their own with these services. */
async function suites(services: Record<string, string>) {
  const child = spawn(process.execPath, ['test.js', 'functional', '--files=jobs/,delivery/'], {
    env: { ...process.env, ...services, LOG_LEVEL: 'silent' },
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const ended = new Promise<number | null>((resolve) => child.once('exit', resolve))
  const output = await text(child.stdout)
  return { exitCode: await ended, passed: Number(/(\d+) passed/.exec(output)?.[1]), output }
}

test.group('Jobs and deliveries', () => {
  test('behave on Redis and MariaDB as on SQLite alone', async ({ assert, cleanup }) => {
    const redis = await startRedis()
    cleanup(() => redis.stop())
    const mariadb = await startMariadb()
    cleanup(() => mariadb.stop())
    const { exitCode, passed, output } = await suites({
      TEST_REDIS_URL: redis.url,
      TEST_DATABASE_URL: await mariadb.newDatabase('jobs'),
    })
    assert.equal(exitCode, 0, output)
    assert.isAbove(passed, 15)
  }).timeout(600_000)
})
