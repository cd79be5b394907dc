import { spawn } from 'node:child_process'
import { text } from 'node:stream/consumers'
import { test } from '@japa/runner'
import { startMariadb } from '#tests/services/mariadb'

test.group('Collection on MariaDB', () => {
  test('files, pushes, quarantine and commands behave as on SQLite', async ({
    assert,
    cleanup,
  }) => {
    const mariadb = await startMariadb()
    cleanup(() => mariadb.stop())
    const url = await mariadb.newDatabase('collection')
    const child = spawn(process.execPath, ['test.js', 'functional', '--files=collection/'], {
      env: { ...process.env, TEST_DATABASE_URL: url, LOG_LEVEL: 'fatal' },
      stdio: ['ignore', 'pipe', 'inherit'],
    })
    const ended = new Promise<number | null>((resolve) => child.once('exit', resolve))
    const output = await text(child.stdout)
    assert.equal(await ended, 0, output)
    assert.isAbove(Number(/(\d+) passed/.exec(output)?.[1]), 30)
  })
})
