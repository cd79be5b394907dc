import { test } from '@japa/runner'
import fc from 'fast-check'
import type { ReportType } from '#core/contracts/report_type'
import { reasons, results, type LegKind } from '../format/vocabulary.js'
import switchboard from '../index.js'
import { brokenPartitions, evaluate } from './evaluate.js'
import { Known } from './collect.js'
import { legLine } from './leg_line.js'

const reportTypes = switchboard.reportTypes as readonly ReportType[]
const report = (key: string) => reportTypes.find((type) => type.key === `switchboard.${key}`)!
const order = { objectType: 'answerGroup', objectId: '+46846500410' }

test.group('Parts add up to their whole', () => {
  test('incoming is direct and via other, and all that can become of a call, whatever the records', async ({
    assert,
  }) => {
    await fc.assert(
      fc.asyncProperty(fc.array(anyLeg(), { maxLength: 60 }), async (legs) => {
        const known = await new Known().read(legs.map(legLine).join(''))
        assert.deepEqual(known.rejected, [])
        const broken = reportTypes.flatMap((type) =>
          brokenPartitions(type, (event) => known.of(event))
        )
        assert.deepEqual(broken, [])
      }),
      { numRuns: 150 }
    )
  })

  test("the manual's own figures: 339 is 328 and 11, and 295 and 44", async ({ assert }) => {
    const lines = Array.from({ length: 339 }, (_, index) =>
      legLine({
        ...order,
        recordId: `m${index}`,
        callId: `m${index}`,
        via: index < 11 ? 'menu:+46846500401' : '',
        ...(index % 339 < 295
          ? { result: 'answered', answerTime: '2026-03-02T08:00:10+01:00' }
          : { result: 'unanswered' }),
      })
    )
    const known = await new Known().read(lines.join(''))
    const figures = evaluate(report('answerGroups'), (event) => known.of(event))
    assert.containsSubset(figures, {
      incoming: 339,
      direct: 328,
      viaOther: 11,
      answered: 295,
      unanswered: 44,
    })
  })

  test("the manual's own figures: 352 is 6 and 9 of one group, and 337 of another", async ({
    assert,
  }) => {
    const members = [
      ['answerGroup:+46101290422', 'u7942253', 6],
      ['answerGroup:+46101290422', 'u7942251', 9],
      ['attendantGroup:+46101290421', 'u7942253', 337],
    ] as const
    const lines = members.flatMap(([group, answeredBy, count]) =>
      Array.from({ length: count }, (_, index) => {
        const [objectType, objectId] = group.split(':')
        const id = `${group}-${answeredBy}-${index}`
        const answerTime = '2026-03-02T08:00:10+01:00'
        return legLine({
          objectType,
          objectId,
          answeredBy,
          recordId: id,
          callId: id,
          answerTime,
          result: 'answered',
        })
      })
    )
    const known = await new Known().read(lines.join(''))
    const answered = (group: string, user?: string) =>
      evaluate(
        report('agentsPerAnswerGroup'),
        (event) => known.of(event).filter((row) => user === undefined || row.user === user),
        group
      ).answered
    assert.equal(answered('answerGroup:+46101290422', 'u7942253'), 6)
    assert.equal(answered('answerGroup:+46101290422', 'u7942251'), 9)
    assert.equal(answered('attendantGroup:+46101290421', 'u7942253'), 337)
    assert.equal(evaluate(report('agentsPerAnswerGroup'), (event) => known.of(event)).answered, 352)
  })
})

/** A leg as any platform of ours could write it. */
function anyLeg() {
  return fc
    .record({
      objectType: fc.constantFrom(...(Object.keys(results) as LegKind[])),
      objectId: fc.constantFrom('one', 'two', 'three'),
      id: fc.uuid(),
      callId: fc.constantFrom('a', 'b', 'c', 'd'),
      direction: fc.constantFrom('INCOMING', 'OUTGOING'),
      via: fc.constantFrom('', 'menu:one', 'answerGroup:two', 'user:three', 'functionNumber:one'),
      internal: fc.constantFrom('', 'true', 'false'),
      transferred: fc.constantFrom('', 'true'),
      forwardedTo: fc.constantFrom('', 'user:one', 'externalNumber:+46701740633'),
      caller: fc.constantFrom('', '+46406280412'),
      which: fc.nat(),
      answered: fc.boolean(),
    })
    .map(({ id, which, answered, ...leg }) => {
      const result = results[leg.objectType][which % results[leg.objectType].length]!
      const isAnswered = result === 'answered' || (result === 'ongoing' && answered)
      const why = reasons[result as keyof typeof reasons] ?? []
      return {
        ...leg,
        recordId: id,
        result,
        reason: why[which % Math.max(why.length, 1)] ?? '',
        answerTime: isAnswered ? '2026-03-02T08:00:10.500+01:00' : '',
        stopTime: result === 'ongoing' ? '' : '2026-03-02T08:01:40+01:00',
      }
    })
}
