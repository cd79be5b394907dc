import { test } from '@japa/runner'
import { startMariadb } from '#tests/services/mariadb'
import { startRedis } from '#tests/services/redis'
import { suiteRun } from '#tests/services/suite_run'

test.group('Jobs and deliveries', () => {
  test('behave on Redis and MariaDB as on SQLite alone', async ({ assert, cleanup }) => {
    const redis = await startRedis()
    cleanup(() => redis.stop())
    const mariadb = await startMariadb()
    cleanup(() => mariadb.stop())
    const run = await suiteRun(['jobs/', 'delivery/'], {
      LOG_LEVEL: 'silent',
      TEST_REDIS_URL: redis.url,
      TEST_DATABASE_URL: await mariadb.newDatabase('jobs'),
    })
    assert.equal(run.exitCode, 0, run.told)
    assert.isAbove(run.passed, 15)
  }).timeout(1_800_000)
})
