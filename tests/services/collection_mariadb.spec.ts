import { test } from '@japa/runner'
import { startMariadb } from '#tests/services/mariadb'
import { suiteRun } from '#tests/services/suite_run'

test.group('Collection on MariaDB', () => {
  test('files, pushes, quarantine and commands behave as on SQLite', async ({
    assert,
    cleanup,
  }) => {
    const mariadb = await startMariadb()
    cleanup(() => mariadb.stop())
    const url = await mariadb.newDatabase('collection')
    const run = await suiteRun(['collection/'], { TEST_DATABASE_URL: url })
    assert.equal(run.exitCode, 0, run.told)
    assert.isAbove(run.passed, 30)
  }).timeout(1_800_000)
})
