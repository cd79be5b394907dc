import { readFile } from 'node:fs/promises'
import { test } from '@japa/runner'
import { Known } from './collect.js'
import { legLine } from './leg_line.js'

const monday = await readFile(new URL('fixtures/monday.csv', import.meta.url))
const comma = await readFile(new URL('fixtures/comma.csv', import.meta.url))

const group = { objectType: 'answerGroup', objectId: '+46846500410' }
const answered = { answerTime: '2026-03-02T08:00:20+01:00', result: 'answered' }
const queueLeg = legLine({ ...group, ...answered, recordId: 'queue' })
const userLeg = legLine({ ...answered, recordId: 'user', via: 'answerGroup:+46846500410' })

test.group('Reading on where a file ended', () => {
  test('cut at any byte, a day gives the same facts', async ({ assert }) => {
    // Every byte of the short file, and of the long one so many that no line escapes.
    for (const { file, step } of [
      { file: comma, step: 1 },
      { file: monday, step: 7 },
    ]) {
      const { written: whole } = await new Known().read(file)
      for (let cut = 0; cut <= file.length; cut += step) {
        const known = await new Known().read(file.subarray(0, cut))
        assert.isAtMost(known.position, cut)
        await known.read(file, 'cdr.csv', known.position)
        assert.deepEqual(known.written, whole)
        assert.deepEqual(known.rejected, [])
        assert.equal(known.position, file.length)
      }
    }
  })

  test('the same file twice gives the same facts under the same keys', async ({ assert }) => {
    const known = await new Known().read(monday)
    const once = known.written
    await known.read(monday)
    assert.deepEqual(known.written, once)
  })

  test('who answered for a group is told by the own leg of the user, whichever file comes first', async ({
    assert,
  }) => {
    for (const files of [
      [queueLeg, userLeg],
      [userLeg, queueLeg],
      [queueLeg, userLeg, queueLeg],
    ]) {
      const known = new Known()
      for (const [index, file] of files.entries()) await known.read(file, `file ${index}`)
      assert.containsSubset(known.of('queueCall'), [{ outcome: 'answered', user: 'anna.hansson' }])
      assert.lengthOf(known.of('queueCall'), 1)
    }
  })

  test('a callback made the next day marks the request of the day before', async ({ assert }) => {
    const known = new Known()
    await known.read(legLine({ ...group, recordId: 'asked', result: 'callback' }), 'monday')
    assert.containsSubset(known.of('queueCall'), [{ callbackHandled: false }])
    const tuesday = {
      startTime: '2026-03-03T09:00:00+01:00',
      stopTime: '2026-03-03T09:01:00+01:00',
    }
    const made = { recordId: 'made', direction: 'OUTGOING', result: 'unanswered' }
    await known.read(legLine({ ...tuesday, ...made, callbackOf: 'asked' }), 'tuesday')
    assert.containsSubset(known.of('queueCall'), [
      { outcome: 'callback', callbackHandled: true, wait: 100 },
    ])
  })

  test('a call that went on is closed by its later record, and no older copy opens it again', async ({
    assert,
  }) => {
    const going = legLine({ recordId: 'r', stopTime: '' })
    const ended = legLine({ ...answered, recordId: 'r' })
    const known = await new Known().read(going)
    assert.containsSubset(known.of('userCall'), [{ outcome: 'ongoing', talkTime: null }])
    await known.read(ended, 'later')
    await known.read(going, 'older copy')
    assert.containsSubset(known.of('userCall'), [{ outcome: 'answered', talkTime: 80 }])
  })

  test('a corrected record moves to its new time and user, and is counted once', async ({
    assert,
  }) => {
    const known = await new Known().read(legLine({ recordId: 'r', result: 'unanswered' }))
    const corrected = { objectId: 'erik.svensson', startTime: '2026-03-02T08:00:50+01:00' }
    await known.read(legLine({ recordId: 'r', revision: '1', result: 'busy', ...corrected }))
    await known.read(legLine({ recordId: 'r', result: 'unanswered' }))
    assert.deepEqual(
      known.of('userCall').map(({ user, outcome }) => [user, outcome]),
      [['erik.svensson', 'busy']]
    )
  })

  test('what is remembered stays small however many calls wait for their other leg', async ({
    assert,
  }) => {
    const lines = Array.from({ length: 6000 }, (_, index) =>
      legLine({ ...group, ...answered, recordId: `q${index}`, callId: `c${index}` })
    )
    const known = await new Known().read(lines.join(''))
    assert.lengthOf(known.of('queueCall'), 6000)
    assert.isBelow(JSON.stringify(known.memory).length, 1_500_000)
    const later = { startTime: '2026-03-04T08:00:00+01:00', stopTime: '2026-03-04T08:00:05+01:00' }
    await known.read(legLine({ ...later, recordId: 'later', result: 'unanswered' }), 'later')
    assert.isBelow(JSON.stringify(known.memory).length, 500)
  })
})
