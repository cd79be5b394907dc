import { execFileSync, fork } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout } from 'node:timers/promises'
import { test } from '@japa/runner'
import app from '@adonisjs/core/services/app'
import { storageFolder } from '#config/storage'
import { openEmbeddedStore } from '#core/facts/engine/embedded_store'
import { closeFactStore } from '#core/facts/store'
import { factSuite } from '#tests/unit/facts/fact_suite'

// The engine has one folder per process, so the suite's own must be the only one open.
const open = async () => {
  await closeFactStore()
  return openEmbeddedStore(storageFolder('facts'), () => undefined)
}

factSuite('embedded', open)

/** Another process that has the folder open until it is told to stop, or opens it and says what it was told. */
async function openElsewhere(folder: string) {
  const child = fork(app.makePath('tests/unit/facts/open_folder.ts'), [folder], {
    execArgv: ['--import=@poppinss/ts-exec'],
    silent: true,
  })
  const [said] = (await once(child, 'message')) as [
    { rows: number; warnings: string[]; error: string },
  ]
  return {
    said,
    stop: async () => {
      child.send('stop')
      await once(child, 'exit')
    },
  }
}

test.group('Facts | folder', () => {
  test('a second process on the folder is told who has it and what to do', async ({ assert }) => {
    const folder = mkdtempSync(join(tmpdir(), 'telestat-facts-'))
    const first = await openElsewhere(folder)
    const second = await openElsewhere(folder)
    await first.stop()
    await second.stop()
    assert.equal(first.said.error, '')
    assert.match(
      second.said.error,
      /^E_FACTS_IN_USE The facts in .* are open in another process \(process \d+\)\. Stop it, or let the running server do the work\.$/
    )
  })

  test('a folder that cannot be opened says why: copied without its links, or no folder at all', async ({
    assert,
  }) => {
    const folder = mkdtempSync(join(tmpdir(), 'telestat-facts-'))
    const original = await openElsewhere(folder)
    await original.stop()
    const copy = `${folder}-copy`
    execFileSync('cp', ['-rL', folder, copy])
    const copied = await openElsewhere(copy)
    await copied.stop()
    assert.match(
      copied.said.error,
      /^E_FACTS_NOT_OPENED The facts at .* it was copied without its links, so these are links no more: metadata\/facts, data\/facts\/suite_call\. Delete them/
    )
    rmSync(join(copy, 'metadata/facts'), { recursive: true })
    rmSync(join(copy, 'data/facts'), { recursive: true })
    // As from an archive that keeps a link as a file with its target.
    writeFileSync(join(copy, 'metadata/facts'), '../store')
    const filed = await openElsewhere(copy)
    await filed.stop()
    assert.match(filed.said.error, /these are links no more: metadata\/facts\. Delete them/)
    rmSync(join(copy, 'metadata/facts'))
    const mended = await openElsewhere(copy)
    await mended.stop()
    assert.equal(mended.said.error, '')
    assert.equal(mended.said.rows, original.said.rows)

    const definition = readdirSync(join(folder, 'metadata/facts'))[0]!
    writeFileSync(join(folder, 'metadata/facts', definition), 'broken')
    // A process that has nothing to do with it has the number that was written down.
    writeFileSync(join(folder, 'status'), `PID: ${process.pid}\n`)
    const damaged = await openElsewhere(folder)
    await damaged.stop()
    assert.match(
      damaged.said.error,
      /^E_FACTS_NOT_OPENED .* the engine cannot read what lies there, .* facts:mend --all\.$/
    )

    const file = `${folder}-file`
    writeFileSync(file, 'no folder')
    const none = await openElsewhere(file)
    await none.stop()
    assert.match(none.said.error, /^E_FACTS_NOT_OPENED .*: it is not a folder\.$/)
  })

  test('facts that a damaged disk took away are missed loudly at the next start', async ({
    assert,
  }) => {
    const folder = mkdtempSync(join(tmpdir(), 'telestat-facts-'))
    const first = await openElsewhere(folder)
    await first.stop()
    const table = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((path) =>
      /202605_\d+_\d+_\d+\/data\.bin$/.test(path)
    )
    writeFileSync(join(folder, table[0]!), 'cut')
    const again = await openElsewhere(folder)
    await again.stop()
    assert.match(
      again.said.warnings.join(),
      /^FACTS ARE MISSING: the engine set aside 1 damaged part\(s\) of facts\.suite_call \(broken-on-start\), the first in .*202605_\S+\. node ace facts:mend collects again what lay in them\.$/
    )
  })

  test('a short question does not wait for a long one', async ({ assert }) => {
    const store = await open()
    const stop = new AbortController()
    const endless = 'SELECT count() FROM numbers(1000000000000) WHERE sipHash64(number) = 1'
    const asked = { sql: endless, params: {}, lane: 'long' as const, signal: stop.signal }
    const long = [store.read(asked), store.read(asked), store.read(asked)]
    const begun = performance.now()
    await store.read({ sql: 'SELECT {one:UInt8}', params: { one: 1 } })
    assert.isBelow(performance.now() - begun, 2000)
    stop.abort()
    const ends = await Promise.allSettled(long)
    assert.deepEqual(
      ends.map(({ status }) => status),
      ['rejected', 'rejected', 'rejected']
    )
    await store.close()
  })

  test('when all sessions are at work, their questions can still be ended', async ({ assert }) => {
    const store = await open()
    const stop = new AbortController()
    const sql = 'SELECT count() FROM numbers(1000000000000) WHERE sipHash64(number) = 1'
    const ask = (lane: 'short' | 'long') =>
      store.read({ sql, params: {}, lane, signal: stop.signal })
    const asked = [...Array(4)].flatMap(() => [ask('short'), ask('long')])
    const ends = Promise.allSettled(asked)
    await setTimeout(500)
    const begun = performance.now()
    stop.abort()
    await ends
    assert.isBelow(performance.now() - begun, 10_000)
    await store.close()
  })

  test('what a failed question had found never comes with the next answer', async ({ assert }) => {
    const store = await open()
    for (let turn = 0; turn < 6; turn++) {
      const failing = 'SELECT number, throwIf(number = 900000) FROM numbers(1000000)'
      await assert.rejects(() => store.read({ sql: failing, params: {} }))
      const { rows } = await store.read({ sql: 'SELECT 1', params: {} })
      assert.deepEqual(rows, [[1]])
    }
    await store.close()
  })

  test('a million rows are streamed in memory that does not grow with them', async ({ assert }) => {
    const store = await open()
    const sql = "SELECT number, repeat('x', 100), toString(number) FROM numbers({rows:UInt32})"
    const peakOf = async (rows: number) => {
      let peak = 0
      let seen = 0
      for await (const chunk of store.stream({ sql, params: { rows } })) {
        seen += chunk.length
        peak = Math.max(peak, process.memoryUsage().rss)
      }
      assert.equal(seen, rows)
      return peak
    }
    await peakOf(100_000)
    const few = await peakOf(200_000)
    const many = await peakOf(1_500_000)
    // All rows at once would be some 600 MB more.
    assert.isBelow((many - few) / 1e6, 200)
    await store.close()
  })

  test('a store that is closed says so', async ({ assert }) => {
    const store = await open()
    await store.close()
    await store.close()
    await assert.rejects(
      () => store.read({ sql: 'SELECT 1', params: {} }),
      'The facts are closed: the server is stopping.'
    )
  })
})
