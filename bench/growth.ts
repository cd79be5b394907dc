import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { client, type Ask } from './client.js'
import { YEAR } from './make_calls.js'
import type { MadeCustomer } from './make_customer.js'
import { median, took } from './measure.js'
import { printRow, printTitle } from './print.js'
import { questions } from './questions.js'
import type { BenchServer } from './server_process.js'
import type { Seen } from './server.js'

const sizes = (name: string, usual: string) => (process.env[name] ?? usual).split(',').map(Number)
const OBJECTS = sizes('BENCH_OBJECTS', '100,50000')
const FILES = sizes('BENCH_FILES', '100,10000')
const SCHEDULES = sizes('BENCH_SCHEDULES', '100,5000')
const [CLIENTS] = sizes('BENCH_CLIENTS', '64')
/** `objects`, `files`, `schedules`, `clients`, `page`: all of them unless some are named. */
const PARTS = process.env.BENCH_PARTS?.split(',')
const CALLS = 200_000
const SECONDS = 8

/**
 * How the work grows with what there is of customers, objects, files and schedules: what stays the same
 * is printed as a slope near 0, what grows as fast as its cause as 1.
 */
export async function measureGrowth(product: BenchServer, base: string) {
  const grown = new Map<number, MadeCustomer>()
  for (const count of OBJECTS) {
    const slug = `grown-${count}`
    grown.set(count, await product.ask({ order: 'grow', slug, objects: count, calls: CALLS }))
  }
  const smallest = grown.get(OBJECTS[0])!
  const ask = await client(base, smallest)
  const has = (part: string) => PARTS?.includes(part) ?? true
  if (has('objects')) await measureObjects(product, base, grown)
  if (has('files')) await measureFiles(product, ask, smallest)
  if (has('schedules')) await measureSchedules(product, smallest)
  if (has('clients')) await measureClients(product, base, [...grown.values()])
  if (has('page')) {
    // What it shares with the tests looks for the server's folder as it is loaded.
    process.env.STORAGE = product.storage
    const { measurePage } = await import('./growth_page.js')
    const { email, password } = grown.get(OBJECTS[OBJECTS.length - 1])!
    const year = { from: YEAR.from, to: '2025-12-31' }
    const { storage } = product
    await measurePage({ base, storage, email, password, report: 'bench.calls', year })
  }
}

/** The power of the size by which a measure grows. */
function slope(sizes_: readonly number[], values: readonly number[]): string {
  const last = sizes_.length - 1
  const grew = Math.log(values[last] / values[0]) / Math.log(sizes_[last] / sizes_[0])
  return `slope ${grew.toFixed(2)}`
}

function printGrowth(name: string, sizes_: readonly number[], values: readonly number[]) {
  const last = sizes_.length - 1
  printRow(
    name,
    values[0],
    values[last],
    `${slope(sizes_, values)}, ${(values[last] / values[0]).toFixed(2)} x`
  )
}

const short = {
  ...questions[5].body,
  objects: ['q007'],
}

async function measureObjects(
  product: BenchServer,
  base: string,
  grown: ReadonlyMap<number, MadeCustomer>
) {
  printTitle('Objects of a customer', ...[OBJECTS[0], OBJECTS[OBJECTS.length - 1]].map(String))
  const found: Record<string, number[]> = {}
  const keep = (name: string, value: number) => (found[name] ??= []).push(value)
  for (const [, customer] of grown) {
    const ask = await client(base, customer)
    keep('first question of one queue, ms', await took(() => ask('/api/report/v1/generate', short)))
    await product.ask({ order: 'watch' })
    keep(
      'question of one queue, ms (goal 1.3 x)',
      await median(() => ask('/api/report/v1/generate', short))
    )
    const { stall } = await product.ask<Seen>({ order: 'seen' })
    keep('longest stall meanwhile, ms', stall)
    const list = '/api/report/v1/objects?type=bench.calls'
    let bytes = 0
    keep(
      'objects of a form, ms',
      await median(async () => {
        const answer = await ask.get(list)
        bytes = answer.length
      })
    )
    keep('objects of a form, kB', bytes / 1000)
  }
  for (const [name, values] of Object.entries(found)) printGrowth(name, OBJECTS, values)
}

async function measureFiles(product: BenchServer, ask: Ask, { slug }: MadeCustomer) {
  printTitle('Old files of an inbox', ...[FILES[0], FILES[FILES.length - 1]].map(String))
  const folder = join(product.storage, 'inbox', slug, 'asterisk', 'default')
  mkdirSync(folder, { recursive: true })
  const times: number[] = []
  const stalls: number[] = []
  const work: number[] = []
  let made = 0
  for (const count of FILES) {
    for (; made < count; made++) {
      writeFileSync(join(folder, `queue_log-${made}`), line(made))
    }
    await quiet(product)
    // Long enough for the folder to be looked through at least once.
    await product.ask({ order: 'watch' })
    const before = await product.ask<Seen>({ order: 'seen' })
    await pause(65_000)
    const after = await product.ask<Seen>({ order: 'seen' })
    stalls.push(after.stall)
    work.push(after.processor - before.processor)
    times.push(await median(() => ask('/api/report/v1/generate', short)))
  }
  printGrowth('processor time in 65 idle seconds, ms', FILES, work)
  printGrowth('longest stall meanwhile, ms (goal 50)', FILES, stalls)
  printGrowth('question of one queue, ms', FILES, times)
}

const line = (n: number) => `${1_767_600_000 + n}|${n}.1|kö1|NONE|ENTERQUEUE||0701234567|1\n`

/** Waits until the server has next to nothing to do, at most ten minutes. */
async function quiet(product: BenchServer) {
  for (let round = 0; round < 120; round++) {
    const before = await product.ask<Seen>({ order: 'seen' })
    await pause(5_000)
    const after = await product.ask<Seen>({ order: 'seen' })
    if (after.processor - before.processor < 1_000) return
  }
}

async function measureSchedules(product: BenchServer, { id }: MadeCustomer) {
  printTitle(
    'Schedules, none of them due',
    ...[SCHEDULES[0], SCHEDULES[SCHEDULES.length - 1]].map(String)
  )
  const times: number[] = []
  const stalls: number[] = []
  let made = 0
  for (const count of SCHEDULES) {
    await product.ask({ order: 'schedule', customer: id, count: count - made })
    made = count
    await product.ask({ order: 'plan' })
    await product.ask({ order: 'watch' })
    times.push(await median(() => product.ask({ order: 'plan' })))
    const { stall } = await product.ask<Seen>({ order: 'seen' })
    stalls.push(stall)
  }
  printGrowth('a round of planning, ms', SCHEDULES, times)
  printGrowth('longest stall meanwhile, ms (goal 50)', SCHEDULES, stalls)
}

/**
 * A small question of one customer, alone and while many clients of another ask all the time. Node takes
 * one new connection in a turn of its loop, so that clients that all connect at once wait in that line too.
 */
async function measureClients(
  product: BenchServer,
  base: string,
  [one, other]: readonly MadeCustomer[]
) {
  if (!other) return
  printTitle(`${CLIENTS} clients of one customer, and one of another`)
  const [busy, small] = [await client(base, one), await client(base, other)]
  const month = questions[0]
  const question = () => small('/api/report/v1/generate', short)
  const alone = await median(question)
  const begun = performance.now()
  const all = Array.from({ length: CLIENTS }, () =>
    busy(`/api/report/v1/${month.address}`, month.body)
  )
  const first = await took(question)
  await Promise.all(all)
  const burst = performance.now() - begun
  await product.ask({ order: 'watch' })
  const until = performance.now() + SECONDS * 1000
  const clients = Array.from({ length: CLIENTS }, async () => {
    while (performance.now() < until) await busy(`/api/report/v1/${month.address}`, month.body)
  })
  const times: number[] = []
  while (performance.now() < until) times.push(await took(question))
  const { stall } = await product.ask<Seen>({ order: 'seen' })
  await Promise.all(clients)
  times.sort((a, b) => a - b)
  printRow('alone, ms', alone)
  printRow('as all of them connect at once, ms', first)
  printRow('until all of these are answered, ms', burst)
  printRow(`beside them, median of ${times.length}, ms`, times[times.length >> 1])
  printRow('beside them, 95 of 100, ms (goal 300)', times[Math.floor(times.length * 0.95)])
  printRow('longest stall of the event loop, ms', stall)
}
