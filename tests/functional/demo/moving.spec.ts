import { createWriteStream } from 'node:fs'
import { mkdir, mkdtemp, readdir, readFile, utimes } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pipeline } from 'node:stream/promises'
import { test } from '@japa/runner'
import type { SourcePlugin } from '#core/contracts/source'
import { MovingSource } from '#core/demo/moving/moving_source'
import { registry } from '#core/plugins/registry'
import { KnownFacts } from '#tests/made/known_facts'

const zone = 'Europe/Stockholm'
const sources = () =>
  registry()
    .platforms()
    .filter((source) => source.demo)

/** A demo of a source that was made on Friday morning, and what has been collected of it. */
async function madeDemo({ demo, collector }: SourcePlugin, from: string, until: Date) {
  const root = await mkdtemp(join(tmpdir(), 'telestat-demo-'))
  const folders = { made: join(root, 'made'), inbox: join(root, 'inbox') }
  await mkdir(folders.made)
  const known = new KnownFacts({ collector })
  const read = new Map<string, number>()
  /** Collects what is new of all files, as the inbox does. */
  const collect = async () => {
    const entries = await readdir(root, { withFileTypes: true, recursive: true })
    const files = entries.filter((entry) => entry.isFile())
    for (const { parentPath, name } of files) {
      const path = join(parentPath, name)
      const bytes = await readFile(path)
      const before = read.get(path) ?? 0
      if (bytes.length > before) await known.read(bytes, name, before)
      read.set(path, bytes.length)
    }
  }
  const written = demo!({ from, until, zone })
  const points = new Set<string>()
  for await (const { name, body, point } of written.files) {
    points.add(point)
    const path = join(folders.made, name)
    await pipeline(body, createWriteStream(path))
    await utimes(path, until, until)
  }
  for (const point of points) await mkdir(join(folders.inbox, point), { recursive: true })
  await collect()
  const begin = () => new MovingSource(demo!, folders, { zone, pace: 1 })
  return { known, collect, begin }
}

const MADE = new Date('2026-02-27T09:14:30Z')
const END = new Date('2026-03-03T10:20:00Z')

test.group('Demo | going on', () => {
  test('what is collected of a demo that goes on is what one would hold that was made later: over a weekend that was slept through, a restart and the end of a month', async ({
    assert,
  }) => {
    assert.isAbove(sources().length, 5)
    for (const source of sources()) {
      const { known, collect, begin } = await madeDemo(source, '2026-02-23', MADE)
      const first = begin()
      await first.catchUp(MADE)
      for (let minute = 1; minute <= 40; minute += 1) {
        await first.goOn(new Date(MADE.getTime() + minute * 60_000))
        if (minute % 4 === 0) await collect()
      }
      const monday = new Date('2026-03-02T11:00:00Z')
      const second = begin()
      const missed = await second.catchUp(monday)
      assert.isAbove(missed, 0, source.key)
      await collect()
      assert.equal(await second.catchUp(monday), 0, `${source.key}: what is there is written again`)
      await second.goOn(new Date('2026-03-02T22:59:50Z'))
      await second.goOn(new Date('2026-03-02T23:00:10Z'))
      await collect()
      const third = begin()
      await third.catchUp(END)
      await collect()

      const whole = await madeDemo(source, '2026-02-23', END)
      assert.deepEqual(known.rejected, [], source.key)
      assert.deepEqual(known.written, whole.known.written, source.key)
    }
  })
})
