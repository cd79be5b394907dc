import { createServer } from 'node:net'
import { measureCollecting } from './collecting.js'
import { loadMariadb } from './mariadb.js'
import { median, took } from './measure.js'
import { printRow, printTitle } from './print.js'
import { questions } from './questions.js'
import { startServer, type BenchServer } from './server_process.js'
import type { Made, Seen } from './server.js'

const CALLS = Number(process.env.BENCH_CALLS ?? 10_000_000)
const MONTH_QUESTION = questions[0]
const YEAR_QUESTION = questions[1]
const DAY_QUESTION = questions[5]

const port = await new Promise<number>((resolve) => {
  const server = createServer().listen(0, '127.0.0.1', () => {
    const address = server.address()
    server.close(() => resolve(typeof address === 'object' && address ? address.port : 0))
  })
})
const base = `http://127.0.0.1:${port}`
const server = await startServer(port)
try {
  await measure(server)
} finally {
  await server.stop()
}

async function measure(product: BenchServer) {
  printTitle(`${CALLS.toLocaleString('en')} calls of four customers`)
  let made: Made | undefined
  const making = await took(async () => {
    made = await product.ask<Made>({ order: 'make', calls: CALLS })
  })
  const [largest] = made?.customers ?? []
  printRow('made inside the engine', `${(making / 1000).toFixed(0)} s`)
  const customer = largest.id
  const token = await signIn(largest.token, largest.secret)
  const ask = (address: string, body: unknown, signal?: AbortSignal) =>
    post(`/api/report/v1/${address}`, token, JSON.stringify(body), 'application/json', signal)
  await product.ask({ order: 'watch' })

  const mariadb =
    process.env.BENCH_MARIADB === 'no' ? undefined : await loadMariadb(product, customer)
  printTitle('Questions: median of seven, in milliseconds', 'product', 'by hand', 'MariaDB')
  try {
    for (const question of questions) {
      const ours = await median(() => ask(question.address, question.body))
      const byHand = await median(() =>
        product.ask({
          order: 'read',
          sql: question.engine.replaceAll('{customer}', '{customer:UInt32}'),
          params: { customer },
        })
      )
      const theirs = await mariadb?.median(question.mariadb)
      printRow(question.name, ours, byHand, theirs)
      printRow(
        '   goal: 1.3 x by hand + 15 ms',
        ours <= byHand * 1.3 + 15 ? 'reached' : 'missed',
        `${(ours / byHand).toFixed(2)} x`,
        theirs &&
          `${(theirs / ours).toFixed(1)} x faster${question.goal ? `, goal ${question.goal}` : ''}`
      )
    }
  } finally {
    await mariadb?.stop()
  }

  printTitle('Beside each other')
  const year = ask(YEAR_QUESTION.address, { ...YEAR_QUESTION.body, interval: 'date' })
  printRow(
    'Q6 while a year is computed (goal 100)',
    await took(() => ask(DAY_QUESTION.address, DAY_QUESTION.body))
  )
  await year
  printRow(
    '16 clients of Q1, answers a second (goal 50)',
    await throughput(() => ask(MONTH_QUESTION.address, MONTH_QUESTION.body))
  )
  const reading = await product.ask<Seen>({ order: 'seen' })
  printRow('longest stall of the event loop while reading, ms (goal 50)', reading.stall)

  printTitle('Collecting, durable and idempotent, per second (goal 30 000)')
  const rates = await measureCollecting((path, body) =>
    post(
      path,
      token,
      body,
      path.includes('bench') && path.includes('source=bench')
        ? 'application/x-ndjson'
        : 'text/plain'
    )
  )
  printRow('NDJSON events', rates.events)
  printRow('the same events again', rates.eventsAgain)
  printRow('queue_log lines', rates.lines)
  printRow('the same lines again', rates.linesAgain)
  const all = await product.ask<Seen>({ order: 'seen' })
  printRow('longest stall of the event loop while collecting, ms (goal 50)', all.stall)
  printRow('most memory held, MB (goal 1 000)', all.memory / 1e6)
}

async function signIn(ticket: string, secret: string): Promise<string> {
  const response = await post(
    '/api/auth/jwt',
    '',
    JSON.stringify({ token: ticket, secret }),
    'application/json'
  )
  return ((await response.json()) as { jwtToken: string }).jwtToken
}

/** Posts, reads the answer to its end, and throws where it is no answer. */
async function post(path: string, token: string, body: string, type: string, signal?: AbortSignal) {
  const response = await fetch(base + path, {
    method: 'POST',
    headers: { 'content-type': type, ...(token && { authorization: `Bearer ${token}` }) },
    body,
    signal,
  })
  const answer = await response.text()
  if (!response.ok) throw new Error(`${path}: ${response.status} ${answer.slice(0, 500)}`)
  return new Response(answer, { status: response.status })
}

/** Answers a second when sixteen ask again as soon as they are answered, over ten seconds. */
async function throughput(work: () => Promise<unknown>) {
  const until = performance.now() + 10_000
  let answers = 0
  const client = async () => {
    while (performance.now() < until) {
      await work()
      answers += 1
    }
  }
  await Promise.all(Array.from({ length: 16 }, client))
  return answers / 10
}
