import { setTimeout as pause } from 'node:timers/promises'
import type { Ask } from './client.js'
import type { Delivered } from './make_schedules.js'
import { took } from './measure.js'
import { printRow, printTitle } from './print.js'
import { questions } from './questions.js'
import type { BenchServer } from './server_process.js'

const DELIVERIES = Number(process.env.BENCH_DELIVERIES ?? 5000)
const LONGEST_SECONDS = 900
const BETWEEN_MS = 200

/** Reports that are all due at one minute, four fifths of them of one customer, beside a person who asks. */
export async function measureDeliveries(product: BenchServer, ask: Ask) {
  printTitle(`${DELIVERIES.toLocaleString('en')} reports due at one minute`)
  const [question] = questions
  const asked = () => took(() => ask(`/api/report/v1/${question.address}`, question.body))
  const madeIn = Math.ceil(DELIVERIES / 100) * 1000
  const dueAt = new Date(Math.ceil((Date.now() + madeIn + 60_000) / 60_000) * 60_000)
  await product.ask({ order: 'schedules', count: DELIVERIES, dueAt: dueAt.toISOString() })
  const stall = await product.ask<number>({ order: 'planning' })
  printRow('longest stall of planning while nothing is due, ms (goal 50)', stall)

  const quiet: number[] = []
  while (Date.now() < dueAt.getTime() - 1000) {
    quiet.push(await asked())
    await pause(BETWEEN_MS)
  }
  await pause(dueAt.getTime() - Date.now())
  const beside: number[] = []
  let state: Delivered[] = []
  const until = dueAt.getTime() + LONGEST_SECONDS * 1000
  do {
    beside.push(await asked())
    await pause(BETWEEN_MS)
    state = await product.ask<Delivered[]>({ order: 'delivered' })
  } while (handed(state) < DELIVERIES && Date.now() < until)
  const seconds = (Date.now() - dueAt.getTime()) / 1000
  printRow('handed over', handed(state))
  printRow('until the last, s (goal 180 for 5 000)', seconds)
  printRow('per second', handed(state) / seconds)
  const firsts = state.map(({ firstAt }) => secondsAfter(dueAt, firstAt))
  printRow('first of each customer, s (goal 10)', firsts.map((one) => one.toFixed(1)).join(' '))
  printRow('a question beside it, p95 / quiet p95, ms', p95(beside), p95(quiet))
  printRow('how many times its quiet time (goal 3)', p95(beside) / p95(quiet))
}

const handed = (state: readonly Delivered[]) =>
  state.reduce((sum, one) => sum + Number(one.handed), 0)

const secondsAfter = (dueAt: Date, at: string | null) =>
  at === null ? Number.NaN : (Date.parse(`${at.replace(' ', 'T')}Z`) - dueAt.getTime()) / 1000

const p95 = (times: readonly number[]) =>
  [...times].sort((a, b) => a - b)[Math.floor(times.length * 0.95)] ?? Number.NaN
