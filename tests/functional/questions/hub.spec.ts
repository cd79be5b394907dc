import { appendFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { test } from '@japa/runner'
import { storageFolder } from '#config/storage'
import { InboxWatch } from '#core/collection/inbox/inbox_watch'
import { stopCollecting } from '#core/collection/stop_collecting'
import type { Answer, Question, ReportQuestion } from '#core/contracts/question'
import type Customer from '#core/customers/models/customer'
import MeasurementObject from '#core/measurement_objects/models/measurement_object'
import { readerFor } from '#core/permissions/read_rights'
import type { Reader } from '#core/permissions/reader'
import { registry } from '#core/plugins/registry'
import { answerOf } from '#core/questions/answer_of'
import { QuestionHub } from '#core/questions/hub/question_hub'
import { askAt } from '#tests/made/asked'
import { madeCustomer } from '#tests/made/customer'
import { madePoint } from '#tests/made/objects'
import { collectedLog, MONDAY, weeksLater } from '#tests/made/queue_log'
import { madeUser } from '#tests/made/user'

const at = new Date('2026-01-05T11:00:00Z')
const today = { choice: 'today' } as const

/** A board: what its tiles ask, of one report and two groupings. */
const board: Record<string, Question> = {
  offered: report(['incoming']),
  answered: report(['incoming', 'answered']),
  longest: report(['longestAnswerTime']),
  level: report(['serviceLevel_20']),
  levels: report(['serviceLevel']),
  queues: report(['incoming', 'abandoned'], { grouping: 'object' }),
  worst: report(['longestAnswerTime'], { grouping: 'object' }),
  curve: report(['incoming'], { interval: 'timeOfDay' }),
  usual: { kind: 'usual', of: report(['incoming']), weeks: 4 },
  usualAnswered: { kind: 'usual', of: report(['answered']), weeks: 4 },
  open: { kind: 'state', what: 'opening' },
}

function report(columns: string[], more: Partial<ReportQuestion> = {}): ReportQuestion {
  return { kind: 'report', report: 'asterisk.queue', period: today, columns, ...more }
}

/** A hub whose clock goes on from that moment. */
function openedHub() {
  const began = performance.now()
  const now = () => new Date(at.getTime() + performance.now() - began)
  return new QuestionHub({ now, answer: answerOf })
}

/** Without the moment that it was asked at, which is told where nothing was collected. */
const figures = (answers: readonly Answer[]) => answers.map(({ asOf: _, ...rest }) => rest)

/** Four people with different rights in a customer, and one who sees as much as the first. */
async function readersIn(
  customer: Customer,
  names: readonly string[] = ['support', 'sälj']
): Promise<Record<string, Reader>> {
  const objects = await MeasurementObject.query().where('customerId', customer.id)
  const idOf = (name: string) => objects.find(({ identifier }) => identifier === name)!.id
  const as = async (values: Parameters<typeof madeUser>[1], ids?: string[]) => {
    const user = await madeUser(customer, values)
    const reader = await readerFor(user.id, customer.id)
    return ids ? { ...reader, objectIds: new Set(ids.map(idOf)) } : reader
  }
  return {
    administrator: await as({ administrator: true }),
    colleague: { ...(await as({ administrator: true })), personalFields: true },
    ...(names.length > 0 && {
      support: await as({}, ['support']),
      sales: await as({}, ['sälj']),
      outside: { ...(await as({}, [...names])), role: 'customerUser' as const },
    }),
  }
}

test.group('Questions | the hub', () => {
  test('a board of two customers is answered to each person with what they may see, whoever asked before', async ({
    assert,
  }) => {
    const customers = [
      await madeCustomer({ plugins: ['asterisk'] }),
      await madeCustomer({ plugins: ['asterisk'] }),
    ]
    await collectedLog(customers[0]!)
    await collectedLog(customers[1]!, [
      ...weeksLater(0, MONDAY.slice(0, 6)),
      ...MONDAY.filter((line) => line.includes('sälj')),
    ])
    const people = await Promise.all(customers.map((one) => readersIn(one)))
    const readers = people.flatMap((one) => Object.values(one))
    const questions = Object.values(board)
    const hub = openedHub()
    // Two rounds at the same time, so that what is under way is shared as well.
    const rounds = await Promise.all([
      ...readers.map((reader) => hub.ask(questions, reader)),
      ...readers.map((reader) => hub.ask(questions, reader)),
    ])
    const alone = await Promise.all(readers.map((reader) => askAt(questions, reader, at)))
    assert.deepEqual(rounds.map(figures), [...alone, ...alone].map(figures))
    const offered = alone.map((answers) => answers[0]!.total?.incoming)
    assert.deepEqual(offered, [9, 9, 6, 3, 9, 5, 5, 2, 3, 5])
    // Who sees everything shares with who sees everything; nobody else does, and no customer.
    assert.equal(hub.size().kept, 2 * 4 * questions.length)
    hub.close()
  })

  test('questions that differ in their columns are one query, and are answered as if each were asked alone', async ({
    assert,
  }) => {
    const customer = await madeCustomer({ plugins: ['asterisk'] })
    await collectedLog(customer)
    const { administrator } = await readersIn(customer)
    const all = registry()
      .source('asterisk')
      .reportTypes.filter(({ key }) => /queue$|agents$/i.test(key))
      .flatMap(({ key, columns }) =>
        (['total', 'object'] as const).flatMap((grouping) => {
          const keys = Object.keys(columns)
          const parts = [keys.slice(0, 3), keys.slice(2, 9), keys.slice(-4), [keys[0]!]]
          return parts.map((some) => report(some, { report: key, grouping }))
        })
      )
    const hub = openedHub()
    const merged = await hub.ask(all, administrator!)
    const alone = await Promise.all(
      all.map(async (question) => {
        const [answer] = await askAt([question], administrator!, at)
        return answer!
      })
    )
    assert.deepEqual(figures(merged), figures(alone))
    assert.isBelow(hub.asked, all.length / 2)
    const before = hub.asked
    await hub.ask(Object.values(board), administrator!)
    // Figures of today, by queue, the curve, what is usual, and whether it is open.
    assert.equal(hub.asked - before, 5)
    hub.close()
  })

  test('fifty who watch cost as much as one, and all are told when calls were collected', async ({
    assert,
  }) => {
    const customer = await madeCustomer({ plugins: ['asterisk'] })
    await collectedLog(customer)
    const { administrator } = await readersIn(customer)
    const watched = async (count: number) => {
      const hub = openedHub()
      const told = Array.from({ length: count }, () => new Set<string>())
      const watching = told.map((keys) =>
        hub.watch(board, administrator!, (key) => void keys.add(key))
      )
      const { sheets } = watching[0]!
      await Promise.all([...sheets.values()].map(({ running }) => running))
      const first = hub.asked
      return { hub, told, watching, first }
    }
    const [one, fifty] = [await watched(1), await watched(50)]
    assert.equal(fifty.first, one.first)
    assert.equal(fifty.hub.size().watched, Object.keys(board).length)
    for (const keys of fifty.told) assert.equal(keys.size, Object.keys(board).length)
    const { sheets } = fifty.watching[49]!
    const offered = sheets.get('offered')!
    assert.deepEqual(offered.answer!.total, { incoming: 9 })
    const next = new Promise<void>((resolve) => offered.watchers.add(() => resolve()))
    await collectedLog(
      customer,
      weeksLater(0, MONDAY.slice(0, 3)).map((line) => line.replace('.s1', '.z1'))
    )
    await next
    assert.deepEqual(offered.answer!.total, { incoming: 10 })
    one.hub.close()
    fifty.hub.close()
  })

  test('lines that are added to a log in the inbox are told to who watches, calls that wait and figures of today', async ({
    assert,
    cleanup,
  }) => {
    const customer = await madeCustomer({ plugins: ['asterisk'] })
    const point = await madePoint(customer, { name: 'pbx' })
    const folder = storageFolder('inbox', customer.slug, 'asterisk', point.name)
    const log = join(folder, 'queue_log')
    const { administrator } = await readersIn(customer, [])
    const second = Math.floor(Date.now() / 1000)
    const line = (call: string, ...rest: string[]) => [second, call, 'support', ...rest].join('|')
    await writeFile(log, `${line('c.1', 'NONE', 'ENTERQUEUE', '', '+46700000300', '1')}\n`)
    const watch = new InboxWatch()
    const hub = new QuestionHub()
    cleanup(async () => {
      watch.close()
      hub.close()
      await stopCollecting()
    })
    const waiting = {
      kind: 'live',
      source: 'asterisk',
      objectType: 'queue',
      figures: ['waiting'],
    } as const
    const wall = { waiting, today: report(['incoming', 'abandoned']) }
    let changed: () => void = () => undefined
    const { sheets } = hub.watch(wall, administrator!, () => changed())
    /** Resolves when it is shown so. */
    const shown = (wanted: object) =>
      new Promise<void>((resolve) => {
        changed = () => {
          const rows = [...sheets.values()].map(({ answer }) => answer?.total)
          const all = JSON.stringify(Object.assign({}, ...rows))
          if (Object.entries(wanted).every((one) => all.includes(pair(one)))) resolve()
        }
        changed()
      })
    const first = shown({ waiting: 1, incoming: 1 })
    await watch.start()
    await first
    const more = shown({ waiting: 2, incoming: 2 })
    await appendFile(log, `${line('c.2', 'NONE', 'ENTERQUEUE', '', '+46700000301', '2')}\n`)
    await more
    const third = shown({ waiting: 1, incoming: 2, abandoned: 1 })
    await appendFile(log, `${line('c.1', 'NONE', 'ABANDON', '1', '1', '0')}\n`)
    await third
    assert.equal(sheets.get('today')!.answer!.total!.abandoned, 1)
  }).timeout(120_000)
})

const pair = ([key, value]: [string, unknown]) => `"${key}":${JSON.stringify(value)}`
