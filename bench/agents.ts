import type { Acted } from './act_at_once.js'
import { printRow, printTitle } from './print.js'
import type { BenchServer } from './server_process.js'

const AGENTS = Number(process.env.BENCH_AGENTS ?? 200)

/** How long agents wait until the exchange has confirmed what they pressed. */
export async function measureAgents(product: BenchServer) {
  printTitle(`${AGENTS} agents at eight o’clock`)
  const { presses, atOnce, confirmed } = await product.ask<Acted>({
    order: 'agents',
    count: AGENTS,
  })
  const part = (share: number) => presses[Math.floor(presses.length * share)]
  printRow('all log on at once until each has ended, ms (goal 10 000)', atOnce)
  printRow(`confirmed (goal ${AGENTS})`, confirmed)
  printRow('press until the exchange has told it, p50, ms', part(0.5))
  printRow('press until the exchange has told it, p95, ms (goal 400)', part(0.95))
  printRow('press until the exchange has told it, p99, ms (goal 1 000)', part(0.99))
}
