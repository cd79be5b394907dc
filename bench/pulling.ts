import type { Ask } from './client.js'
import { median } from './measure.js'
import { printRow, printTitle } from './print.js'
import { questions } from './questions.js'
import type { BenchServer } from './server_process.js'
import type { Seen } from './server.js'

const [month] = questions
const CALLS = 1_000_000
const AT_ONCE = 10

/** What other systems notice of the product when they fetch calls, and what readers notice of them. */
export async function measurePulling(product: BenchServer, ask: Ask, address: string) {
  printTitle(`Pulling ${CALLS.toLocaleString('en')} calls`)
  const calls = (limit: number) => `${address}data.ndjson?table=specification&limit=${limit}`
  await pull(calls(20_000))
  await product.ask({ order: 'watch' })
  const before = await product.ask<Seen>({ order: 'seen' })
  const one = await pull(calls(CALLS))
  const after = await product.ask<Seen>({ order: 'seen' })
  printRow('first byte, ms (goal 1 000)', one.first)
  printRow('all of it, s', one.whole / 1000)
  printRow('calls a second', one.rows / (one.whole / 1000))
  printRow('memory that it added, MB (goal 150)', (after.memory - before.memory) / 1e6)
  printRow('longest stall of the event loop, ms (goal 50)', after.stall)

  const dashboard = () => ask(`/api/report/v1/${month.address}`, month.body)
  const alone = await median(dashboard)
  const leave = new AbortController()
  const pulls = Array.from({ length: AT_ONCE }, () =>
    pull(calls(CALLS), leave.signal).catch(() => undefined)
  )
  const beside = await median(dashboard)
  leave.abort()
  await Promise.all(pulls)
  printRow('a dashboard’s question alone, ms', alone)
  printRow(`the same beside ${AT_ONCE} pulls, ms`, beside)
  printRow('times slower (goal 1.5)', beside / alone)
}

/** Reads an answer to its end, or until it is left. */
async function pull(url: string, signal?: AbortSignal) {
  const begun = performance.now()
  const response = await fetch(url, { signal })
  if (!response.ok) throw new Error(`${response.status} ${await response.text()}`)
  let first = 0
  let rows = 0
  for await (const piece of response.body as unknown as AsyncIterable<Uint8Array>) {
    first ||= performance.now() - begun
    for (const byte of piece) if (byte === 10) rows += 1
  }
  return { first, rows, whole: performance.now() - begun }
}
