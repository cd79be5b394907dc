import { setTimeout as pause } from 'node:timers/promises'
import type { Ask } from './client.js'
import { printRow, printTitle } from './print.js'

const POINTS = Number(process.env.BENCH_POINTS ?? 300)
const SECONDS = Number(process.env.BENCH_SECONDS ?? 20)

/** Many collection points that each push a call a second: how many are served, and how long each waits until it is durable. */
export async function measurePushing(ask: Ask) {
  printTitle(`${POINTS} points that push each second, for ${SECONDS} s`)
  const points = Array.from({ length: POINTS }, (_, n) => `push-${n + 1}`)
  // Points are made when they are first used.
  for (const point of points) await push(ask, point, 0)
  const waits: number[] = []
  let refused = 0
  const began = performance.now()
  await Promise.all(
    points.map(async (point, index) => {
      for (let second = 1; second <= SECONDS; second += 1) {
        const due = began + (second - 1 + index / POINTS) * 1000
        await pause(Math.max(0, due - performance.now()))
        await push(ask, point, second).catch(() => (refused += 1))
        waits.push(performance.now() - due)
      }
    })
  )
  const seconds = (performance.now() - began) / 1000
  waits.sort((a, b) => a - b)
  const part = (share: number) => Math.round(waits[Math.floor(waits.length * share)])
  printRow(`durable pushes per second (goal ${POINTS})`, Math.round(waits.length / seconds))
  printRow('wait from when it was due, p50 / p95, ms', `${part(0.5)} / ${part(0.95)}`)
  printRow('refused', refused)
}

async function push(ask: Ask, point: string, second: number) {
  const call = `${point}.${second}`
  const event = {
    event: 'call',
    key: call,
    at: new Date(Date.UTC(2026, 1, 2, 8) + second * 1000).toISOString(),
    fields: { queue: 'q001', agent: 'a1', call, direction: 'in', outcome: 'answered', wait: 5 },
  }
  const address = `/api/collect/v1/${point}?source=bench`
  await ask(address, JSON.stringify(event), 'application/x-ndjson')
}
