import { readFile } from 'node:fs/promises'
import { test } from '@japa/runner'
import { KnownFacts } from '#tests/made/known_facts'
import contactCenter from '../index.js'
import { columns } from '../session_file/columns.js'

const fixture = async (name: string) => {
  const lines = await readFile(new URL(`fixtures/${name}`, import.meta.url), 'utf8')
  return lines.trimEnd().split('\n')
}
const known = () => new KnownFacts(contactCenter)
const text = (...lines: string[]) => `${lines.join('\n')}\n`

test.group('Reading sessions', () => {
  test('the page about the format describes every column', async ({ assert }) => {
    const page = await readFile(new URL('../README.md', import.meta.url), 'utf8')
    const described = [...page.matchAll(/^\| \d+ \| `(\w+)`/gm)].map(([, name]) => name)
    assert.deepEqual(described, [...columns])
  })

  test('columns may stand in any order, and be separated by commas', async ({ assert }) => {
    const facts = await known().read(
      text(
        'serviceGroup,recordType,result,session,at,endedAt',
        'support,session,abandoned,1,2026-03-02T08:00:00+01:00,2026-03-02T08:00:30+01:00'
      )
    )
    assert.containsSubset(facts.of('session'), [{ outcome: 'abandoned', wait: 30 }])
  })

  test('a record that contradicts itself is told, with what is wrong', async ({ assert }) => {
    const facts = await known().read(
      text(
        'recordType;session;serviceGroup;at;answeredAt;endedAt;agent;result;ringSeconds',
        'session;1;support;2026-03-02T08:00:00+01:00;;;4701;answered;',
        'session;2;support;2026-03-02T08:00:00+01:00;;2026-03-02T07:59:00+01:00;;abandoned;',
        'session;3;support;2026-03-02T08:00:00+01:00;;2026-03-02T08:00:10+01:00;;lost;',
        'session;4;support;yesterday;;;;ongoing;',
        'session;5;support;2026-03-02T08:00:00+01:00;;2026-03-02T08:00:10+01:00;;abandoned;11'
      )
    )
    assert.deepEqual(
      facts.rejected.map(({ number, reason }) => `${number}: ${reason.slice(0, 34)}`),
      [
        '2: It is answered, without answeredAt',
        '3: endedAt is before at.',
        '4: result "lost" is unknown. Known ar',
        '5: at "yesterday" is no time. It shoul',
        '6: ringSeconds is more than the whole',
      ].map((sentence) => sentence.slice(0, 37))
    )
  })

  test('a higher revision replaces a record, a lower one never does', async ({ assert }) => {
    const header = 'recordType;recordId;revision;session;serviceGroup;at;endedAt;result'
    const record = (revision: number, result: string) =>
      `session;s1;${revision};1;support;2026-03-02T08:00:00+01:00;2026-03-02T08:00:30+01:00;${result}`
    const facts = await known().read(text(header, record(2, 'timeout'), record(1, 'abandoned')))
    assert.containsSubset(facts.of('session'), [{ outcome: 'timeout' }])
  })
})

test.group('Reading the raw data of Puzzel', () => {
  test('rows of a call may come in any order and in different files', async ({ assert }) => {
    const [header, ...rows] = await fixture('call_events.csv')
    const inOrder = await known().read(text(header!, ...rows))
    const backwards = known()
    const reversed = rows.toReversed()
    await backwards.read(text(header!, ...reversed.slice(0, 7)), 'first.csv')
    await backwards.read(text(header!, ...reversed.slice(7)), 'second.csv')
    assert.deepEqual(backwards.written, inOrder.written)
    await backwards.read(text(header!, ...rows), 'once more.csv')
    assert.deepEqual(backwards.written, inOrder.written)
  })

  test('a code that is not known is refused and not miscounted', async ({ assert }) => {
    const [header, ...rows] = await fixture('call_events.csv')
    const strange = rows[12]!.replace(',q,q,', ',q,z,')
    const facts = await known().read(text(header!, strange))
    assert.lengthOf(facts.of('session'), 0)
    assert.match(facts.rejected[0]!.reason, /result_code "z" is unknown\. Known are: a, b, c/)
  })

  test('whoever is deleted in the table of agents is so here, and stays known by name', async ({
    assert,
  }) => {
    const facts = await known().read(text(...(await fixture('agents.csv'))))
    assert.containsSubset(facts.objects, [
      { objectType: 'agent', identifier: '7', name: 'Lena Berggren' },
      { objectType: 'agentGroup', identifier: '31', name: 'Malmö' },
      { objectType: 'agent', identifier: '9', name: 'Sven Borg', removed: true },
    ])
  })

  test('an old file of agent events read again leaves who is logged on now logged on', async ({
    assert,
  }) => {
    const header = 'agent_id,dte_start,event_type'
    const morning = text(header, '7,2026-03-02 08:00:00,i', '7,2026-03-02 10:00:00,o')
    const facts = await known().read(morning, 'morning')
    await facts.read(text(header, '7,2026-03-02 12:00:00,i'), 'noon')
    await facts.read(morning, 'morning again')
    await facts.read(text(header, '7,2026-03-02 13:00:00,o'), 'afternoon')
    assert.deepEqual(
      facts.of('agentState').map(({ seconds }) => seconds),
      [7200, 3600]
    )
  })
})
