import { test } from '@japa/runner'
import fc from 'fast-check'
import type { ReportType } from '#core/contracts/report_type'
import { KnownFacts } from '#tests/made/known_facts'
import { brokenPartitions, evaluate } from '#tests/made/plain_figures'
import contactCenter from '../index.js'
import { attemptResults, columns, sessionResults } from '../session_file/columns.js'

const types = contactCenter.reportTypes as readonly ReportType[]
const report = (key: string) => types.find((type) => type.key === `contact_center.${key}`)!
const noon = Date.UTC(2026, 2, 2, 11)
const at = (second: number) => new Date(noon + second * 1000).toISOString()

test.group('Random sessions', () => {
  test('figures are those of a plain count over the records, and parts add up', async ({
    assert,
  }) => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(anySession(), { maxLength: 50 }),
        fc.array(anyAttempt(), { maxLength: 20 }),
        async (sessions, attempts) => {
          const lines = [...sessions.map(sessionLine), ...attempts.map(attemptLine)]
          const known = await new KnownFacts(contactCenter).read(
            [columns.join(';'), ...lines, ''].join('\n')
          )
          assert.deepEqual(known.rejected, [])
          assert.deepEqual(
            types.flatMap((type) => brokenPartitions(type, known.of)),
            []
          )
          const counted = evaluate(report('serviceGroups'), known.of, 'support')
          const mine = sessions.filter(({ group }) => group === 'support')
          const answered = mine.filter(({ result }) => result === 'answered')
          const sum = (of: (session: Session) => number) =>
            answered.reduce((total, one) => total + of(one), 0)
          assert.deepEqual(
            {
              offered: counted.offered,
              answered: counted.answered,
              overflow: counted.overflow,
              sessionTime: counted.sessionTime,
              parkTime: counted.parkTime,
              answeredWithin: counted.answeredWithin,
              attempts: counted.attempts,
              attemptsMissed: counted.attemptsMissed,
            },
            {
              offered: mine.length,
              answered: answered.length,
              overflow: mine.filter(({ result }) =>
                ['timeout', 'moved', 'noAgents', 'full'].includes(result)
              ).length,
              sessionTime: sum(({ queue, ring, talk, park }) => queue + ring + talk + park),
              parkTime: sum(({ park }) => park),
              answeredWithin: answered.filter(({ queue, ring }) => queue + ring <= 20).length,
              attempts: attempts.filter(({ group }) => group === 'support').length,
              attemptsMissed: attempts.filter(
                ({ group, result }) => group === 'support' && result === 'missed'
              ).length,
            }
          )
        }
      ),
      { numRuns: 60 }
    )
  })
})

type Session = ReturnType<typeof anySession> extends fc.Arbitrary<infer S> ? S : never
type Attempt = ReturnType<typeof anyAttempt> extends fc.Arbitrary<infer A> ? A : never

const anySession = () =>
  fc.record({
    id: fc.uuid(),
    group: fc.constantFrom('support', 'returns'),
    result: fc.constantFrom(...sessionResults),
    begin: fc.nat(3000),
    queue: fc.nat(40),
    ring: fc.nat(15),
    talk: fc.nat(400),
    park: fc.nat(60),
  })

const anyAttempt = () =>
  fc.record({
    id: fc.uuid(),
    group: fc.constantFrom('support', 'returns'),
    agent: fc.constantFrom('4701', '4702'),
    result: fc.constantFrom(...attemptResults),
    begin: fc.nat(3000),
    ring: fc.nat(20),
  })

const line = (cells: Partial<Record<(typeof columns)[number], string | number>>) =>
  columns.map((column) => cells[column] ?? '').join(';')

function sessionLine({ id, group, result, begin, queue, ring, talk, park }: Session): string {
  const answer = begin + queue + ring
  const answered = result === 'answered'
  return line({
    recordType: 'session',
    recordId: id,
    session: id,
    at: at(begin),
    answeredAt: answered ? at(answer) : '',
    endedAt: result === 'ongoing' ? '' : at(answered ? answer + talk + park : answer),
    serviceAccess: '+46846500510',
    serviceGroup: group,
    agent: answered ? '4701' : '',
    result,
    ringSeconds: ring,
    parkSeconds: answered ? park : '',
  })
}

const attemptLine = ({ id, group, agent, result, begin, ring }: Attempt) =>
  line({
    recordType: 'attempt',
    recordId: id,
    session: id,
    at: at(begin),
    serviceGroup: group,
    agent,
    result,
    ringSeconds: ring,
  })
