import { test } from '@japa/runner'
import { Division } from '#core/outbox/division'
import { claimLeases, leasesOf, releaseLeases, renewLeases } from '#core/outbox/leases'
import { shareOf } from '#core/outbox/share'
import { whileHeld } from '#core/outbox/while_held'
import { until } from '#tests/made/until'

/** Longer than any machine stands still, so that no lease ends in these tests. */
const SECONDS = 120
const EVERY_MS = 100
let count = 0

/** Processes that share some work of their own. */
function processes(...names: string[]) {
  const group = `work${(count += 1)}`
  const holders = names.map((name) => `${name}:${group}`)
  const busy = new Set<string>()
  const make = (holder: string, isBusy?: (name: string) => boolean) =>
    new Division({
      ...{ group, holder, seconds: SECONDS, everyMs: EVERY_MS },
      names: () => Promise.resolve(work),
      ...(isBusy && { isBusy }),
    })
  return { group, holders, busy, make }
}

const work = Array.from({ length: 40 }, (_, index) => `piece:${index}`)

test.group('Leases', () => {
  test('of many who want one, one gets it, and another after it was given back or ended', async ({
    assert,
  }) => {
    const { group } = processes()
    const name = `${group}/one`
    await Promise.all(['a', 'b', 'c'].map((holder) => claimLeases(holder, [name], 60)))
    const [first] = await leasesOf(group)
    assert.lengthOf(await leasesOf(group), 1)
    await claimLeases('d', [name], 60)
    assert.deepEqual(await leasesOf(group), [first])
    await releaseLeases(first.holder, [name])
    await claimLeases('d', [name], -1)
    assert.deepEqual(await leasesOf(group), [])
    // One that has ended is not held on to by whoever comes too late.
    await renewLeases('d', 60)
    assert.deepEqual(await leasesOf(group), [])
    await claimLeases('e', [name], 60)
    assert.deepEqual(await leasesOf(group), [{ name, holder: 'e' }])
    await releaseLeases('e')
    assert.deepEqual(await leasesOf(group), [])
  })
})

test.group('Work divided over processes', () => {
  test('each piece is one’s share, and one who goes moves only its own', ({ assert }) => {
    const members = ['a', 'b', 'c']
    const before = members.map((member) => shareOf(member, members, work))
    assert.sameMembers(before.flat(), work)
    for (const share of before) assert.isAbove(share.length, 3)
    const after = shareOf('a', ['a', 'b'], work)
    assert.includeMembers(after, before[0])
  })

  test('one process does all; with a second each does its part; what one gives back, the other takes over', async ({
    assert,
    cleanup,
  }) => {
    const { holders, make } = processes('first', 'second')
    let busy: string | undefined
    const first = make(holders[0], (name) => name === busy)
    const second = make(holders[1])
    cleanup(() => Promise.all([first.stop(), second.stop()]).then(() => undefined))
    await first.start()
    const of = (division: Division) => work.filter((name) => division.has(name))
    assert.sameMembers(of(first), work)
    const lost = shareOf(holders[1], holders, work)
    busy = lost[0]
    const signals = lost.map((name) => first.signalOf(name))
    await second.start()
    await until(() => of(first).length + of(second).length === work.length && of(second).length > 0)
    // What is at work is given away when it has ended.
    await until(() => of(second).length === lost.length - 1)
    assert.isTrue(first.has(busy))
    busy = undefined
    await until(() => of(second).length === lost.length)
    assert.isTrue(signals.every(({ aborted }) => aborted))
    assert.lengthOf(of(first), work.length - lost.length)
    await second.stop()
    await until(() => of(first).length === work.length)
    assert.deepEqual(of(second), [])
  })

  test('what runs in one process only is begun there, and ended before another begins it', async ({
    assert,
    cleanup,
  }) => {
    const { holders, make } = processes('first', 'second')
    const told: string[] = []
    const begin = (who: string) => () => {
      told.push(`${who} begins`)
      return Promise.resolve(() => {
        told.push(`${who} ends`)
        return Promise.resolve()
      })
    }
    const [first, second] = holders.map((holder) => make(holder))
    await first.start()
    await second.start()
    const ends = [first, second].map((one, index) => whileHeld(one, work[0], begin(`${index}`)))
    cleanup(() => Promise.all([first.stop(), second.stop()]).then(() => undefined))
    await until(() => told.length > 0)
    const holding = Number(told[0].slice(0, 1))
    await ends[holding]()
    await [first, second][holding].stop()
    await until(() => told.length === 3)
    assert.deepEqual(told, [`${holding} begins`, `${holding} ends`, `${1 - holding} begins`])
    await ends[1 - holding]()
    assert.lengthOf(told, 4)
  })
})
