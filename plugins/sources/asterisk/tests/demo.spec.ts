import { createHash } from 'node:crypto'
import { text } from 'node:stream/consumers'
import { test } from '@japa/runner'
import { writeDemo } from '../demo/write_demo.js'
import { Known } from './known.js'

const zone = 'Europe/Stockholm'

/** The demo's files of some days, as texts by their names. */
async function written(until: string, from = '2026-02-23') {
  const files = new Map<string, string>()
  for await (const file of writeDemo({ from, until: new Date(until), zone }).files) {
    files.set(file.name, await text(file.body))
  }
  return files
}

test.group('The demo’s Asterisk', () => {
  test('writes the same bytes for the same request', async ({ assert }) => {
    const hash = (files: Map<string, string>) =>
      createHash('sha256')
        .update(JSON.stringify([...files]))
        .digest('hex')
    const until = '2026-03-04T10:30:00Z'
    assert.equal(hash(await written(until)), hash(await written(until)))
  })

  test('an hour later there are more lines, and those before are the same', async ({ assert }) => {
    const early = await written('2026-03-04T10:30:00Z')
    const late = await written('2026-03-04T11:30:00Z')
    for (const [name, before] of early) assert.isTrue(late.get(name)!.startsWith(before), name)
    const log = 'queue_log-2026-03'
    assert.isAbove(late.get(log)!.length, early.get(log)!.length)
  })

  test('its days are believable: busy mornings, quiet nights, callers who give up when it is full', async ({
    assert,
  }) => {
    const { settings, objects } = writeDemo({
      from: '2026-03-02',
      until: new Date('2026-03-06'),
      zone,
    })
    const known = new Known(settings)
    for (const [name, lines] of await written('2026-03-07T00:00:00Z'))
      await known.read(lines, { name })
    assert.deepEqual(known.rejected, [])
    const calls = known.of('queueCall')
    assert.isAbove(calls.length, 1200)
    assert.isBelow(calls.length, 2600)
    const share = (outcome: string) => known.of('queueCall', { outcome }).length / calls.length
    assert.isAbove(share('answered'), 0.7)
    assert.isAbove(share('abandoned'), 0.02)
    assert.equal(share('ongoing'), 0)
    const hours = calls.map(({ at }) => Number(at.slice(11, 13)) + 1)
    const during = (hour: number) => hours.filter((other) => other === hour).length
    assert.isAbove(during(9), during(12))
    assert.equal(during(3), 0)
    const named = new Set(
      objects.flatMap(({ identifier, aliases = [] }) => [
        identifier,
        ...aliases.map((alias) => alias.identifier),
      ])
    )
    for (const { agent, queue } of calls) {
      assert.isTrue(named.has(String(queue)), String(queue))
      if (agent !== null) assert.isTrue(named.has(String(agent)), String(agent))
    }
    for (const { extension } of known.of('extensionCall'))
      assert.isTrue(named.has(String(extension)))
    assert.lengthOf(known.of('agentSession', { seconds: null }), 0)
  })
})
