import { existsSync } from 'node:fs'
import { utimes, writeFile } from 'node:fs/promises'
import { hostname } from 'node:os'
import { join } from 'node:path'
import { test } from '@japa/runner'
import { storageFolder } from '#config/storage'
import { clearUnfinishedFiles, unfinishedPath } from '#core/reports/unfinished_files'

test.group('Files that were being made when a process was killed', () => {
  test('are cleared at the next start, and those that another process makes are left', async ({
    assert,
  }) => {
    // What earlier tests left.
    await clearUnfinishedFiles()
    const own = unfinishedPath('xlsx')
    const running = own.replace(`~${process.pid}~`, `~${process.ppid}~`)
    const killed = own.replace(`~${process.pid}~`, '~4194304~')
    const ofVersionBefore = join(storageFolder('exports'), 'b7c1.csv')
    const elsewhere = running.replace(hostname(), 'other-machine')
    const longAgo = killed.replace(hostname(), 'older-machine')
    for (const path of [own, running, killed, ofVersionBefore, elsewhere, longAgo]) {
      await writeFile(path, 'half')
    }
    await utimes(longAgo, new Date('2026-01-01'), new Date('2026-01-01'))
    assert.equal(await clearUnfinishedFiles(), 4)
    assert.deepEqual([running, elsewhere].map(existsSync), [true, true])
    assert.deepEqual([own, killed, ofVersionBefore, longAgo].map(existsSync), [
      false,
      false,
      false,
      false,
    ])
  })
})
