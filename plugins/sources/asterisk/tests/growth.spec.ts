import { test } from '@japa/runner'
import { factsOf, fixture, Known, log, writtenOf } from './known.js'

const today = fixture('queue_log')
const next = fixture('queue_log.next')

test.group('A queue_log that grows', () => {
  test('gives the same cut at any byte', async ({ assert }) => {
    const bytes = Buffer.from(today)
    const whole = await new Known().read(bytes)
    for (let cut = 0; cut <= bytes.length; cut++) {
      const known = await new Known().read(bytes.subarray(0, cut))
      assert.isAtMost(known.position, cut)
      await known.read(bytes, { from: known.position })
      assert.deepEqual(known.written, whole.written, `cut at byte ${cut}`)
      assert.deepEqual(known.rejected, [])
    }
  })

  test('gives the same line by line', async ({ assert }) => {
    const bytes = Buffer.from(today)
    const known = new Known()
    for (let end = bytes.indexOf('\n') + 1; end > 0; end = bytes.indexOf('\n', end) + 1) {
      await known.read(bytes.subarray(0, end), { from: known.position })
    }
    assert.deepEqual(known.written, await writtenOf(bytes))
  })

  test('a call and a log-on that are open at the end of one file are closed by the next', async ({
    assert,
  }) => {
    const known = await new Known().read(today)
    assert.deepEqual(known.of('queueCall', { outcome: 'ongoing' }).length, 1)
    await known.read(next, { name: 'queue_log.next' })
    assert.deepEqual(known.written, await writtenOf(today + next))
    assert.lengthOf(known.of('queueCall', { outcome: 'ongoing' }), 0)
    assert.containSubset(known.of('queueCall', { call: '1767603900.30' })[0], {
      outcome: 'answered',
      caller: '0701740610',
      wait: 8,
      talk: 60,
    })
  })

  test('the same file again, under whatever name, changes nothing', async ({ assert }) => {
    const known = await new Known().read(today)
    const before = known.written
    await known.read(today, { name: 'queue_log.1' })
    assert.deepEqual(known.written, before)
  })

  test('lines that stand twice in one file, however they were joined, count once', async ({
    assert,
  }) => {
    const once = await writtenOf(today + next)
    assert.deepEqual(await writtenOf(today + today + next), once)
    assert.deepEqual(await writtenOf(today + next + today + next), once)
    const twice = (today + next).split('\n').flatMap((line) => [line, line])
    assert.deepEqual(await writtenOf(twice.join('\n')), once)
  })

  test('a table that is shown newest first, with offsets or without, is read as the log that it was', async ({
    assert,
  }) => {
    const rows = (ending: string) =>
      (today + next)
        .split('\n')
        .filter(Boolean)
        .map((line) => {
          const [seconds = '', ...rest] = line.split('|')
          const utc = new Date(Number(seconds) * 1000).toISOString().replace('T', ' ').slice(0, 19)
          return [`${utc}${ending}`, ...rest].join('|')
        })
        .reverse()
        .join('\n')
    const known = await new Known().read(`${rows('+00')}\n`)
    assert.deepEqual(known.rejected, [])
    assert.deepEqual(known.written, await writtenOf(today + next))
    const local = await new Known({}, 'UTC').read(`${rows('.250')}\n`)
    assert.lengthOf(local.of('queueCall'), known.of('queueCall').length)
  })

  test('a name of the language as a queue is a queue, at the third push too', async ({
    assert,
  }) => {
    for (const name of ['__proto__', 'constructor', 'toString', 'valueOf', 'hasOwnProperty']) {
      const known = new Known()
      for (const time of ['08', '09', '10']) {
        const call = `${time}-${name}`
        await known.read(
          log(
            `${time}:00:00 REALTIME|${name}|${name}|ADDMEMBER|`,
            `${time}:00:01 ${call}|${name}|NONE|ENTERQUEUE||0701740605|1`,
            `${time}:00:05 ${call}|${name}|${name}|CONNECT|4|b1|3`,
            `${time}:00:35 ${call}|${name}|${name}|COMPLETECALLER|4|30|1`,
            `${time}:00:40 REALTIME|${name}|${name}|REMOVEMEMBER|`
          ),
          { name: `${name}.${time}` }
        )
      }
      assert.lengthOf(known.of('queueCall', { queue: name, outcome: 'answered', talk: 30 }), 3)
      const states = known.of('agentState', { queue: name, agent: name, state: 'loggedOn' })
      assert.deepEqual(
        states.map(({ seconds }) => seconds),
        [40, 40, 40]
      )
      assert.deepEqual(known.rejected, [])
    }
    assert.notProperty({}, 'on')
  })

  test('an older copy changes nothing, however early it ends or late it begins', async ({
    assert,
  }) => {
    const both = await new Known().read(today + next)
    const lines = (today + next).split('\n').filter(Boolean)
    for (let from = 0; from < lines.length; from++) {
      for (const to of [from + 1, from + 4, lines.length - 3, lines.length]) {
        const known = new Known()
        await known.read(today + next)
        await known.read(
          lines
            .slice(from, to)
            .map((line) => `${line}\n`)
            .join(''),
          { name: 'old' }
        )
        assert.deepEqual(known.written, both.written, `lines ${from} to ${to}`)
      }
    }
  })

  test('what goes on now goes on after an older copy was read', async ({ assert }) => {
    const known = await new Known().read(today)
    await known.read(today.split('\n').slice(0, 12).join('\n') + '\n', { name: 'old' })
    await known.read(next, { name: 'queue_log.next' })
    assert.deepEqual(known.written, await writtenOf(today + next))
  })

  test('a copy that ends later than what was known goes on from there', async ({ assert }) => {
    const known = await new Known().read(today.split('\n').slice(0, 12).join('\n') + '\n')
    await known.read(today, { name: 'copy' })
    await known.read(next, { name: 'queue_log.next' })
    assert.deepEqual(known.written, await writtenOf(today + next))
  })

  test('older files may be read after newer ones', async ({ assert }) => {
    const known = await new Known().read(next, { name: 'queue_log' })
    await known.read(today, { name: 'queue_log.1' })
    assert.containSubset(known.of('queueCall', { call: '1767603900.30' })[0], {
      outcome: 'answered',
    })
    const both = await factsOf(today + next, 'queueCall')
    assert.lengthOf(known.of('queueCall'), both.length)
    assert.lengthOf(known.of('agentState', { seconds: null }), 0)
    assert.lengthOf(known.of('agentSession', { seconds: null }), 0)
  })

  test('lines that are pushed one by one are one log', async ({ assert }) => {
    const known = new Known()
    for (const line of (today + next).split('\n').filter(Boolean)) {
      await known.read(`${line}\n`, { name: 'push' })
      await known.read(`${line}\n`, { name: 'push' })
    }
    assert.deepEqual(known.written, await writtenOf(today + next))
  })

  test('memory stays small however long the log is', async ({ assert }) => {
    const lines = Array.from({ length: 20_000 }, (_, index) => {
      const at = 1_767_596_400 + index * 2
      return `${at}|${at}.${index}|support|NONE|ENTERQUEUE||070174${index}|1\n${at + 1}|${at}.${index}|support|NONE|ABANDON|1|1|1\n`
    })
    const known = await new Known().read(lines.join(''))
    assert.lengthOf(known.of('queueCall'), 20_000)
    assert.isBelow(JSON.stringify(known.memory).length, 400_000)
  })
})

test.group('Lines that cannot be read', () => {
  const rejected = async (text: string) => {
    const known = await new Known().read(text)
    return known.rejected.map(({ number, reason }) => `${number}: ${reason}`)
  }

  test('are put aside with their number and what is wrong, and disturb no other', async ({
    assert,
  }) => {
    const good = log('08:00:00 c1|support|NONE|ENTERQUEUE||0701740605|1')
    const known = await new Known().read(
      [
        good,
        '1767596401|c1|support\n',
        'yesterday|c1|support|NONE|ABANDON|1|1|5\n',
        '1767596402|c1|support|NONE|SANG|1\n',
        '1767596403|NONE|support|NONE|ABANDON|1|1|5\n',
        '1767596404|c1|NONE|NONE|ABANDON|1|1|5\n',
        '1767596405|c1|support|NONE|CONNECT|5\n',
        '\n',
        '1767596406|c1|support|Anna|CONNECT|five\n',
        log('08:00:30 c1|support|NONE|ABANDON|1|1|30'),
      ].join('')
    )
    assert.deepEqual(
      known.rejected.map(({ number }) => number),
      [2, 3, 4, 5, 6, 7, 9]
    )
    assert.deepEqual(
      known.rejected.map(({ reason }) => reason.split(' There are')[0]),
      [
        'A queue_log line has at least five fields divided by "|" (time, call, queue, agent, event), this one has 3.',
        '"yesterday" is no time in seconds since 1970.',
        '"SANG" is no event of a queue_log.',
        'ABANDON needs a call id, and none is named.',
        'ABANDON needs a queue, and none is named.',
        'CONNECT needs an agent, and none is named.',
        'CONNECT: "five" is no wait in seconds.',
      ]
    )
    assert.containSubset(known.of('queueCall'), [{ outcome: 'abandoned', wait: 30 }])
  })

  test('an event that is not known is answered with those that are', async ({ assert }) => {
    const [sentence] = await rejected('1767596402|c1|support|NONE|SANG|1\n')
    for (const verb of ['ENTERQUEUE', 'RINGCANCELED', 'WRAPUPSTART']) assert.include(sentence, verb)
  })

  test('a file of something else is refused line by line', async ({ assert }) => {
    const told = await rejected('Dear sir,\n\nplease find enclosed\n')
    assert.lengthOf(told, 2)
    assert.match(told[0]!, /^1: This is neither a line of a queue_log/)
    assert.match(told[1]!, /^3: /)
  })

  test('a byte order mark, other line ends and letters cut in two are no trouble', async ({
    assert,
  }) => {
    const plain = await new Known().read(today)
    const marked = await new Known().read(`\uFEFF${today.replaceAll('\n', '\r\n')}`, { chunk: 1 })
    assert.deepEqual(marked.rejected, [])
    assert.deepEqual(marked.written, plain.written)
  })
})
