import { readFile } from 'node:fs/promises'
import { test } from '@japa/runner'
import conformance from './conformance.js'
import { Known } from './collect.js'
import { legLine } from './leg_line.js'

const fixture = (name: string) => readFile(new URL(`fixtures/${name}`, import.meta.url))
const completed = conformance.files[2]!.settings!

test.group('Reading records', () => {
  test('an unknown format version is rejected with the known ones', async ({ assert }) => {
    const known = await new Known().read('12;CallCdr;from;elsewhere\n')
    assert.lengthOf([...known.facts], 0)
    assert.equal(known.rejected[0]!.number, 1)
    assert.equal(known.rejected[0]!.line, '12;CallCdr;from;elsewhere')
    assert.equal(
      known.rejected[0]!.reason,
      'The format version "12" is unknown. Known are: T1, 9. Add its columns to the setting "Columns of the file".'
    )
  })

  test("the vendor's version 9 is rejected until the operator has said where its columns are", async ({
    assert,
  }) => {
    const known = await new Known().read(await fixture('vendor9.csv'))
    assert.lengthOf(known.rejected, 3)
    assert.equal(
      known.rejected[0]!.reason,
      'It is not known where format version 9 has the columns: recordType, callId, answerTime, stopTime, direction, objectType, caller, called, result. Complete the setting "Columns of the file" with rows such as 9.recordType and the column\'s place.'
    )
  })

  test('with its columns and words said, version 9 is read', async ({ assert }) => {
    const known = await new Known(completed).read(await fixture('vendor9.csv'))
    assert.deepEqual(known.rejected, [])
    assert.containsSubset(known.of('userCall'), [
      { user: 'anna.hansson', organisation: '17', direction: 'in', answerTime: 7, talkTime: 120 },
      { user: 'anna.hansson', direction: 'out', outcome: 'unanswered', party: '+46980319205' },
      { user: 'erik.svensson', direction: 'in', outcome: 'busy' },
    ])
  })

  test('the columns of a version can be given all at once', async ({ assert }) => {
    const columns = Object.fromEntries(
      Object.entries(completed.columns!).map(([name, place]) => [name.slice(2), place])
    )
    const known = await new Known({ ...completed, columns: { 9: columns } }).read(
      await fixture('vendor9.csv')
    )
    assert.lengthOf([...known.facts], 3)
  })

  test('a setting that cannot be understood says which row, and what may stand there', async ({
    assert,
  }) => {
    const reading = (columns: Record<string, string>) => () => new Known({ columns }).read('T1;\n')
    await assert.rejects(reading({ '9.wait': '8' }), /names the column "wait", which there is not/)
    await assert.rejects(reading({ '9.callId': 'eight' }), /counted from 1.*it says "eight"/)
    await assert.rejects(reading({ callId: '8' }), /should be named like "9.callId"/)
  })

  test('a header orders the columns, commas part them, and cells may be quoted', async ({
    assert,
  }) => {
    const known = await new Known().read(await fixture('comma.csv'))
    assert.deepEqual(known.rejected, [])
    assert.containsSubset(known.of('userCall'), [
      { user: 'ebba.dohna', outcome: 'answered', answerTime: 5, talkTime: 60 },
      { user: 'emil.ekstrom', outcome: 'unanswered', answerTime: 20 },
    ])
    assert.deepEqual(known.objects, [
      { objectType: 'user', identifier: 'ebba.dohna', name: 'Dohna, Ebba "EB"' },
      { objectType: 'user', identifier: 'emil.ekstrom', name: 'Emil Ekström' },
    ])
  })

  test('a header that lacks a column is told with each line, not guessed', async ({ assert }) => {
    const known = await new Known().read(
      'version;recordType;callId;startTime\nT1;CallCdr;c1;2026-03-02T08:00:00Z\n'
    )
    assert.match(
      known.rejected[0]!.reason,
      /^The header line lacks the columns: answerTime, stopTime/
    )
    assert.equal(known.rejected[0]!.number, 2)
  })

  test('a time without an offset is of the collection point', async ({ assert }) => {
    const startTime = '2026-07-01 08:00:00'
    const known = await new Known().read(legLine({ startTime, stopTime: '', result: '' }))
    assert.equal([...known.facts.values()][0]!.at.toISOString(), '2026-07-01T06:00:00.000Z')
  })

  const broken: [string, Parameters<typeof legLine>[0], RegExp][] = [
    ['no call', { callId: '' }, /^callId is empty\.$/],
    ['no such time', { startTime: 'yesterday' }, /^startTime "yesterday" is no time/],
    ['no such day', { startTime: '2026-02-31T08:00:00+01:00' }, /is no time/],
    ['an unknown direction', { direction: 'UP' }, /Known are: INCOMING, OUTGOING/],
    ['an unknown object type', { objectType: 'robot' }, /"robot" is unknown\. Known are: user/],
    ['a result of others', { objectType: 'menu', result: 'busy' }, /Known are: forwarded, hungUp/],
    ['answered, never', { result: 'answered' }, /answered and has no answerTime/],
    ['ended, never', { result: 'unanswered', stopTime: '' }, /there is no stopTime/],
    ['backwards', { stopTime: '2026-03-02T07:59:59+01:00' }, /stopTime is before startTime/],
    ['sent on without a reason', { objectType: 'answerGroup', result: 'forwarded' }, /^reason is/],
    ['via nowhere', { via: 'somewhere' }, /should be a type and an identifier/],
    ['half a truth', { internal: 'maybe' }, /^internal "maybe" should be true or false/],
    ['revised in letters', { revision: 'two' }, /^revision "two" should be a whole number/],
    ['an open quotation', { caller: '"+46' }, /opened and not closed/],
  ]
  for (const [title, said, reason] of broken) {
    test(`a broken line is rejected with the reason, and the next is read: ${title}`, async ({
      assert,
    }) => {
      const good = legLine({ recordId: 'good', result: 'unanswered' })
      const known = await new Known().read(legLine({ result: 'unanswered', ...said }) + good)
      assert.lengthOf(known.rejected, 1)
      assert.match(known.rejected[0]!.reason, reason)
      assert.equal(known.rejected[0]!.number, 1)
      assert.deepEqual([...known.facts.keys()], ['userCall good'])
    })
  }
})
