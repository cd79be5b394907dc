import type { Ask } from './client.js'
import { took } from './measure.js'
import { printRow, printTitle } from './print.js'
import { questions } from './questions.js'
import type { BenchServer } from './server_process.js'

const [month, year] = questions
const day = questions[5]
const CLIENTS = 16
const SECONDS = 6

/** What readers notice of each other. */
export async function askBeside(product: BenchServer, ask: Ask, customer: number) {
  printTitle('Beside each other')
  printRow('Q6 while years are computed, slowest of ten, ms (goal 100)', await shortBesideLong(ask))
  const sql = month.engine.replaceAll('{customer}', '{customer:UInt32}')
  const byHand = () => product.ask({ order: 'read', sql, params: { customer }, lane: 'short' })
  const answered = () => ask(`/api/report/v1/${month.address}`, month.body)
  // In turn, so that both meet the same machine.
  const rounds = [await throughput(byHand), await throughput(answered)]
  const [engine, answers] = [
    Math.max(rounds[0], await throughput(byHand)),
    Math.max(rounds[1], await throughput(answered)),
  ]
  printRow(`${CLIENTS} clients of Q1, answers a second`, answers)
  printRow('the same of the engine alone, a second', engine)
  printRow('share of the engine alone (goal 75 %)', `${Math.round((answers / engine) * 100)} %`)
}

async function shortBesideLong(ask: Ask) {
  let going = true
  const long = (async () => {
    while (going) await ask(`/api/report/v1/${year.address}`, year.body)
  })()
  const times: number[] = []
  for (let n = 0; n < 10; n++) {
    times.push(await took(() => ask(`/api/report/v1/${day.address}`, day.body)))
  }
  going = false
  await long
  return Math.max(...times)
}

/** Answers a second. Each client asks again as soon as it is answered. */
async function throughput(work: () => Promise<unknown>) {
  const until = performance.now() + SECONDS * 1000
  let answers = 0
  const one = async () => {
    while (performance.now() < until) {
      await work()
      answers += 1
    }
  }
  await Promise.all(Array.from({ length: CLIENTS }, one))
  return answers / SECONDS
}
