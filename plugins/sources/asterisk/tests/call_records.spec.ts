import { test } from '@japa/runner'
import { at, fixture, instant, Known, log } from './known.js'

const settings = { trunks: 'telia, other' }
const name = 'Master.csv'
const layouts = ['Master.21.csv', 'Master.18.csv', 'Master.19.csv']

const known = (text: string, zone?: string) => new Known(settings, zone).read(text, { name })

/** A record of the 21-column layout with what matters in it. */
const record = (start: string, end: string, seconds: number, uniqueid: string) =>
  `"","2001","2002","x","<2001>","SIP/2001-00000001","SIP/2002-00000002","Dial","","${start}","","${end}",${seconds},0,"NO ANSWER","","${uniqueid}","","","",1\n`

test.group('Call records', () => {
  for (const layout of layouts) {
    test(`${layout} is understood without being told its columns`, async ({ assert }) => {
      const told = await known(fixture(layout))
      assert.deepEqual(told.rejected, [])
      const legs = told
        .of('extensionCall')
        .map(({ extension, direction, internal, party, outcome, ring, talk }) =>
          [
            extension,
            direction,
            internal ? 'internal' : 'external',
            party,
            outcome,
            ring,
            talk,
          ].join(' ')
        )
      assert.sameMembers(legs, [
        '2001 in external 0701740605 answered 6 120',
        '2001 out internal 2002 answeredBySystem  ',
        '2002 in internal 2001 unanswered 20 ',
        '2002 out external 0812345678 answered 10 60',
        '2002 out external 0812345679 busy  ',
        '200100 in external 0701740606 answeredBySystem  ',
        '2001 in external 0701740607 congestion  ',
      ])
    })
  }

  test('local time is the collection point’s', async ({ assert }) => {
    const stockholm = await known(fixture('Master.21.csv'))
    const [first] = stockholm.of('extensionCall')
    assert.containSubset(first, { at: instant('08:00:00'), partyName: 'Märta Åkesson' })
    const tallinn = await known(fixture('Master.21.csv'), 'Europe/Tallinn')
    assert.equal(tallinn.of('extensionCall')[0]?.at, '2026-01-05T06:00:00.000Z')
  })

  test('in the hour that comes twice, the call’s id says which it was', async ({ assert }) => {
    const first = Date.parse('2026-10-25T00:30:00Z') / 1000
    const text =
      record('2026-10-25 02:30:00', '2026-10-25 02:30:10', 10, `${first}.1`) +
      record('2026-10-25 02:30:00', '2026-10-25 02:30:10', 10, `pbx-${first + 3600}.2`) +
      record('2026-10-25 02:59:00', '2026-10-25 02:01:00', 120, '') +
      record('2026-03-29 02:30:00', '2026-03-29 03:30:10', 10, '')
    const read = await known(text)
    const told = read.of('extensionCall', { direction: 'in' })
    assert.deepEqual(
      told.map(({ at: began }) => began),
      [
        '2026-03-29T01:30:00.000Z',
        '2026-10-25T00:30:00.000Z',
        '2026-10-25T00:59:00.000Z',
        '2026-10-25T01:30:00.000Z',
      ]
    )
  })

  test('a call that tries several telephones is one call out and one in at each', async ({
    assert,
  }) => {
    const legs = (disposition: string, to: string, sequence: number) =>
      `"","2001","600","x","<2001>","SIP/2001-00000001","SIP/${to}-00000002","Dial","","2026-01-05 08:00:00","2026-01-05 08:00:05","2026-01-05 08:00:15",15,${disposition === 'ANSWERED' ? 10 : 0},"${disposition}","","1767596400.1","","","1767596400.1",${sequence}\n`
    const told = await known(legs('ANSWERED', '2002', 1) + legs('NO ANSWER', '2003', 2))
    assert.deepEqual(
      told.of('extensionCall', { direction: 'out' }).map(({ outcome, talk }) => [outcome, talk]),
      [['answered', 10]]
    )
    assert.sameDeepMembers(
      told
        .of('extensionCall', { direction: 'in' })
        .map(({ extension, outcome }) => [extension, outcome]),
      [
        ['2002', 'answered'],
        ['2003', 'unanswered'],
      ]
    )
  })

  const leg = (told: Known, direction: string, extension: string) =>
    told
      .of('extensionCall', { direction, extension })
      .map(({ outcome, internal, ring, talk }) => [outcome, internal, ring, talk])

  test('a ring that a Local channel tells in a second record is one call of the telephone', async ({
    assert,
  }) => {
    const told = (from: string, to: string, times: string, data: string) =>
      `"","0701740605","600","x","<0701740605>","${from}","${to}","Dial","",${times},${data},"","","1767596400.1",`
    const rings =
      told(
        'Local/2001@ring-00000001;2',
        'SIP/2001-00000002',
        '"2026-01-05 08:00:00","2026-01-05 08:00:05","2026-01-05 08:00:05"',
        '5,0,"ANSWERED","","1767596400.3"'
      ) + '2\n'
    const talks =
      told(
        'SIP/telia-00000001',
        'SIP/2001-00000002',
        '"2026-01-05 08:00:05","2026-01-05 08:00:05","2026-01-05 08:00:35"',
        '30,30,"ANSWERED","","1767596400.1"'
      ) + '1\n'
    for (const text of [rings + talks, talks + rings]) {
      const read = await known(text)
      assert.deepEqual(leg(read, 'in', '2001'), [['answered', false, 5, 30]])
      assert.lengthOf(read.of('extensionCall'), 1)
    }
  })

  test('a call out to Local channels stays inside', async ({ assert }) => {
    const text =
      '"","2001","600","x","<2001>","SIP/2001-00000001","Local/600@ring-00000001;1","Dial","","2026-01-05 08:00:00","","2026-01-05 08:00:10",10,0,"NO ANSWER","","1767596400.1","","","1767596400.1",1\n'
    assert.deepEqual(leg(await known(text), 'out', '2001'), [['unanswered', true, 10, null]])
  })

  test('a transfer is more records of the same call: their call times add up, in whatever files they come', async ({
    assert,
  }) => {
    const talked = (from: string, to: string, start: string, end: string, ids: string) =>
      `"","${from.slice(6, 9)}","${to.slice(6, 9)}","x","<${from.slice(6, 9)}>","${from}","${to}","Dial","","2026-01-05 ${start}","2026-01-05 ${start}","2026-01-05 ${end}",${at(end) - at(start)},${at(end) - at(start)},"ANSWERED","",${ids}\n`
    const [a, b, c, d] = ['PJSIP/101-01', 'PJSIP/102-02', 'PJSIP/102-03', 'PJSIP/103-04'].map(
      (channel) => channel.replace('-', '-000000')
    ) as [string, string, string, string]
    const first = '"1767596400.1","","","1767596400.1"'
    const lines = [
      talked(a, b, '08:00:00', '08:01:30', `${first},1`),
      talked(c, d, '08:01:00', '08:01:30', '"1767596400.3","","","1767596400.1",2'),
      talked(a, d, '08:01:30', '08:03:00', `${first},3`),
    ]
    const right = [
      ['101', 'out', 180],
      ['102', 'in', 90],
      ['102', 'out', 30],
      ['103', 'in', 120],
    ]
    const talks = (read: Known) =>
      read.of('extensionCall').map(({ extension, direction, talk }) => [extension, direction, talk])
    assert.sameDeepMembers(talks(await known(lines.join(''))), right)
    assert.sameDeepMembers(talks(await known([...lines, ...lines].reverse().join(''))), right)
    const apart = new Known(settings)
    for (const text of [
      lines[0]!,
      log('08:00:00 NONE|support|Anna|ADDMEMBER'),
      lines[1]!,
      lines[2]!,
    ]) {
      await apart.read(text, { name: `${text.length}` })
    }
    assert.sameDeepMembers(talks(apart), right)
    // Read again without its beginning, it is still known as it was.
    apart.memory = null
    await apart.read(lines[2]!, { name: 'rotated' })
    assert.sameDeepMembers(talks(apart), right)
  })

  test('a peer with a name is an extension unless it is named as a trunk', async ({ assert }) => {
    const text =
      '"""Kim"" <client2>","client2","1234","default","PJSIP/client2-00000004","PJSIP/client1-00000005","Dial","PJSIP/client1","2026-01-05 08:00:00","2026-01-05 08:00:04","2026-01-05 08:00:14","14","10","ANSWERED","DOCUMENTATION","","1767596400.5","",4\n'
    const read = await known(text)
    const told = read.of('extensionCall')
    assert.sameDeepMembers(
      told.map(({ extension, direction, party, partyName, internal }) => [
        extension,
        direction,
        party,
        partyName,
        internal,
      ]),
      [
        ['client2', 'out', '1234', null, true],
        ['client1', 'in', 'client2', 'Kim', true],
      ]
    )
  })

  test('the same file twice, and cut anywhere, changes nothing', async ({ assert }) => {
    const bytes = Buffer.from(fixture('Master.21.csv'))
    const whole = await known(bytes.toString())
    for (let cut = 0; cut < bytes.length; cut += 7) {
      const told = await new Known(settings).read(bytes.subarray(0, cut), { name })
      await told.read(bytes, { name, from: told.position })
      await told.read(bytes, { name: 'again.csv' })
      assert.deepEqual(told.written, whole.written, `cut at byte ${cut}`)
    }
  })

  test('a line that is broken is put aside with its number, and disturbs no other', async ({
    assert,
  }) => {
    const [first = '', second = ''] = fixture('Master.21.csv').split('\n')
    const told = await known(
      [
        first,
        second.replace('"NO ANSWER"', '"ASLEEP"'),
        second.replace('"2001"', '"20"01'),
        second.replace('2026-01-05 08:10:00', 'yesterday'),
        second.split(',').slice(0, 16).join(','),
        second.replace(',20,0,', ',twenty,0,'),
        second,
        '',
      ].join('\n')
    )
    assert.deepEqual(
      told.rejected.map(({ number }) => number),
      [2, 3, 4, 5, 6]
    )
    assert.equal(
      told.rejected[0]?.reason,
      '"ASLEEP" is no disposition. There are: ANSWERED, NO ANSWER, BUSY, FAILED and CONGESTION.'
    )
    assert.match(told.rejected[1]!.reason, /^The line is no CSV: /)
    assert.match(told.rejected[2]!.reason, /its times are not there/)
    assert.match(told.rejected[3]!.reason, /has 15 columns/)
    assert.equal(told.rejected[4]?.reason, '"twenty" is no duration in seconds.')
    assert.lengthOf(told.of('extensionCall'), 3)
  })
})
