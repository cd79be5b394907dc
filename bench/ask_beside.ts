import type { Ask } from './client.js'
import { took } from './measure.js'
import { printRow, printTitle } from './print.js'
import { questions } from './questions.js'

const [month, year] = questions
const day = questions[5]
const CLIENTS = 16
const SECONDS = 10

/** What readers notice of each other. */
export async function askBeside(ask: Ask) {
  printTitle('Beside each other')
  printRow('Q6 while years are computed, slowest of ten, ms (goal 100)', await shortBesideLong(ask))
  printRow(`${CLIENTS} clients of Q1, answers a second (goal 50)`, await throughput(ask))
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

/** Each client asks again as soon as it is answered. */
async function throughput(ask: Ask) {
  const until = performance.now() + SECONDS * 1000
  let answers = 0
  const one = async () => {
    while (performance.now() < until) {
      await ask(`/api/report/v1/${month.address}`, month.body)
      answers += 1
    }
  }
  await Promise.all(Array.from({ length: CLIENTS }, one))
  return answers / SECONDS
}
