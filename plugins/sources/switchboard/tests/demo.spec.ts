import { createHash } from 'node:crypto'
import { test } from '@japa/runner'
import type { ReportType } from '#core/contracts/report_type'
import { writeDemo } from '../demo/write_demo.js'
import switchboard from '../index.js'
import { brokenPartitions, evaluate } from './evaluate.js'
import { Known } from './collect.js'

const zone = 'Europe/Stockholm'
const until = new Date('2026-03-11T09:20:00Z')
const written = async (from: string, to = until) => {
  const files: { name: string; text: string }[] = []
  for await (const { name, body } of writeDemo({ from, until: to, zone }).files) {
    files.push({ name, text: Buffer.concat(await body.toArray()).toString() })
  }
  return files
}
const digest = (files: unknown) => createHash('sha256').update(JSON.stringify(files)).digest('hex')

test.group('The demo', () => {
  test('is the same each time, a file a month', async ({ assert }) => {
    const files = await written('2026-01-15')
    assert.deepEqual(
      files.map(({ name }) => name),
      ['cdr-2026-01.csv', 'cdr-2026-02.csv', 'cdr-2026-03.csv']
    )
    assert.equal(digest(files), digest(await written('2026-01-15')))
  })

  test('a day does not depend on when the demo begins', async ({ assert }) => {
    const [, , march] = await written('2026-01-15')
    const [alone] = await written('2026-03-01')
    assert.equal(march!.text, alone!.text)
  })

  test('is read without a single rejected line, and its parts add up', async ({ assert }) => {
    const known = new Known()
    for (const { name, text } of await written('2026-02-01')) await known.read(text, name)
    assert.deepEqual(known.rejected, [])
    const types = switchboard.reportTypes as readonly ReportType[]
    assert.deepEqual(
      types.flatMap((type) => brokenPartitions(type, (event) => known.of(event))),
      []
    )
    const users = evaluate(types[0]!, (event) => known.of(event))
    const groups = evaluate(types[1]!, (event) => known.of(event))
    for (const key of ['answered', 'unanswered', 'busy', 'redirected', 'outgoing', 'transferred'])
      assert.isAbove(users[key]!, 20, key)
    for (const key of ['answered', 'unanswered', 'callbacksHandled', 'forwardedNight', 'closed'])
      assert.isAbove(groups[key]!, 20, key)
    assert.equal(groups.answeredByEach, groups.answered)
  })

  test('everything that records name is an object with a name', async ({ assert }) => {
    const { objects } = writeDemo({ from: '2026-03-01', until, zone })
    const named = new Set(
      objects.map(({ objectType, identifier }) => `${objectType}:${identifier}`)
    )
    const known = new Known()
    for (const { text } of await written('2026-02-01')) await known.read(text)
    const seen = [
      ...known.of('userCall').map(({ user }) => `user:${user}`),
      ...known.of('userCall').map(({ organisation }) => `organisation:${organisation}`),
      ...known.of('queueCall').map(({ group }) => String(group)),
      ...known.of('huntGroupCall').map(({ group }) => `huntGroup:${group}`),
      ...known.of('menuChoice').map(({ menu }) => `menu:${menu}`),
      ...known.of('functionNumberCall').map((call) => `functionNumber:${call.functionNumber}`),
      ...known.of('externalCall').map(({ system }) => `externalSystem:${system}`),
    ]
    assert.deepEqual(
      [...new Set(seen)].filter((object) => !named.has(object)),
      []
    )
    assert.lengthOf(
      objects.filter(({ objectType }) => objectType === 'user'),
      12
    )
  })

  test('ends now: calls that go on are ongoing, and agents are logged on', async ({ assert }) => {
    const known = new Known()
    for (const { text } of await written('2026-03-11')) await known.read(text)
    const moments = [...known.facts.values()].map(({ at }) => at.getTime())
    assert.isAtMost(Math.max(...moments), until.getTime())
    assert.isAbove(Math.max(...moments), until.getTime() - 30 * 60 * 1000)
    assert.isNotEmpty(known.of('agentPresence').filter(({ seconds }) => seconds === null))
  })

  test('a year holds some fifty thousand calls', async ({ assert }) => {
    const files = await written('2025-03-12')
    const calls = new Set(
      files.flatMap(({ text }) => text.split('\n').map((line) => line.split(';')[4]))
    )
    assert.isAbove(calls.size, 45000)
    assert.isBelow(calls.size, 60000)
  })
})
