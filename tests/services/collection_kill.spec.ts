import { spawn } from 'node:child_process'
import { randomInt } from 'node:crypto'
import { appendFile, mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { setTimeout as pause } from 'node:timers/promises'
import { test } from '@japa/runner'

const KILLS = 20
/** More than a round can make. */
const PUSHES_A_ROUND = 100_000
const CALLS_A_ROUND = 2500
const MONDAY_EIGHT = Date.UTC(2026, 2, 2, 7)

/** Lines of calls that overlap: each begins before some that are open, and a tenth is never ended. */
function moreLines(round: number): string[] {
  const lines: { at: number; text: string }[] = []
  for (let index = 0; index < CALLS_A_ROUND; index++) {
    const key = `${round}-${index}`
    const queue = `queue ${index % 7}`
    const begun = MONDAY_EIGHT + round * 600_000 + index * 100
    lines.push({ at: begun, text: `${key};${queue};ring;+4670174${index}` })
    if (index % 10 === 0) continue
    const end = begun + randomInt(1000, 900_000)
    lines.push({ at: end, text: `${key};${queue};${index % 3 ? 'answer;anna' : 'lost'}` })
  }
  return lines
    .sort((a, b) => a.at - b.at)
    .map(({ at, text }) => `${new Date(at).toISOString()};${text}\n`)
}

/** What the log says, worked out by hand. */
function reference(log: string): string[] {
  const calls = new Map<string, { at: number; queue: string; rest: string }>()
  for (const line of log.split('\n').filter((text) => text !== '')) {
    const [at = '', key = '', queue = '', word, agent] = line.split(';')
    const begun = calls.get(key)
    if (word === 'ring') calls.set(key, { at: Date.parse(at), queue, rest: 'ongoing  ' })
    else if (begun) {
      const wait = Math.trunc((Date.parse(at) - begun.at) / 1000)
      begun.rest = `${word === 'lost' ? 'lost' : 'answered'} ${wait} ${agent ?? ''}`
    }
  }
  return [...calls].map(([key, { queue, at, rest }]) => `${key} ${queue} ${at} ${rest}`).sort(byKey)
}

const byKey = (a: string, b: string) => (keyOf(a) < keyOf(b) ? -1 : 1)
const keyOf = (call: string) => call.split(' ', 1).join('')

/** Starts the collecting process, and answers it with what it has said so far. */
function collector(storage: string, ...args: string[]) {
  const child = spawn(
    process.execPath,
    ['--import', '@poppinss/ts-exec', 'tests/services/collection_kill_child.ts', ...args],
    {
      env: { ...process.env, STORAGE: storage, NODE_ENV: 'test' },
      stdio: ['ignore', 'pipe', 'inherit'],
    }
  )
  const said: { found?: number; kept?: number; pushed: string[] } = { pushed: [] }
  const { promise: acknowledgement, resolve: acknowledge } = Promise.withResolvers<void>()
  const ready = new Promise<void>((resolve, reject) => {
    createInterface({ input: child.stdout }).on('line', (line) => {
      const [word, count] = line.split(' ')
      if (word === 'pushed') said.pushed.push(count)
      if (word === 'ready') {
        said.found = Number(count)
        resolve()
      }
      if (word === 'kept') {
        said.kept = Number(count)
        acknowledge()
      }
    })
    child.once('exit', (code) => reject(new Error(`It ended by itself with ${code}.`)))
  })
  const ended = new Promise<number | null>((resolve) => child.once('exit', resolve))
  return { child, said, ready, acknowledgement, ended }
}

test.group('Killing', () => {
  test('a collection and pushes killed twenty times at any point lose no acknowledged call and double none', async ({
    assert,
    cleanup,
  }) => {
    const storage = await mkdtemp(join(tmpdir(), 'telestat-kill-'))
    cleanup(() => rm(storage, { recursive: true, force: true }))
    const log = join(storage, 'hotline.log')
    await appendFile(log, moreLines(0).join(''))
    let acknowledged = 0
    const pushed: string[] = []
    for (let round = 1; round <= KILLS; round++) {
      const { child, said, ready, acknowledgement, ended } = collector(
        storage,
        log,
        String(round * PUSHES_A_ROUND)
      )
      await ready
      assert.isAtLeast(said.found ?? 0, acknowledged, `before kill ${round}`)
      const [half, ...lines] = moreLines(round)
      await appendFile(log, half?.slice(0, 30) ?? '')
      await pause(randomInt(0, 150))
      await appendFile(log, [half?.slice(30), ...lines].join(''))
      // Some before anything is stored, some between, and now and then when something was acknowledged.
      await pause(randomInt(0, 1600))
      if (round % 4 === 0) await acknowledgement
      child.kill('SIGKILL')
      await ended
      acknowledged = Math.max(acknowledged, said.kept ?? 0)
      pushed.push(...said.pushed)
    }
    assert.isAbove(acknowledged, 0)
    assert.isAbove(pushed.length, 0)

    const result = join(storage, 'calls.json')
    const { ended, ready } = collector(storage, log, '0', result)
    await ready
    assert.equal(await ended, 0)
    const all = JSON.parse(await readFile(result, 'utf8')) as string[]
    const isPushed = (call: string) => call.startsWith('push-')
    const stored = all.filter(isPushed).map(keyOf)
    assert.lengthOf([...new Set(stored)], stored.length)
    assert.deepEqual(
      pushed.filter((key) => !stored.includes(key)),
      []
    )
    const calls = all.filter((call) => !isPushed(call))
    const expected = reference(await readFile(log, 'utf8'))
    assert.lengthOf(calls, (KILLS + 1) * CALLS_A_ROUND)
    assert.deepEqual(
      calls.filter((call, index) => call !== expected[index]),
      []
    )
  }).timeout(1_800_000)
})
