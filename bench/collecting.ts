import type { Ask } from './client.js'
import { took } from './measure.js'
import { printRow, printTitle } from './print.js'

const EVENTS = 300_000
const LINES = 300_000
const PER_PUSH = 60_000

/** Rates per second of pushes that are answered once they are durable, and of the same pushes again. */
export async function measureCollecting(ask: Ask) {
  printTitle('Collecting, durable and idempotent, per second (goal 30 000)')
  const events = pushes(EVENTS, ndjson)
  const lines = pushes(LINES, queueLog)
  const rate = async (bodies: string[], count: number, path: string, type: string) => {
    const time = await took(async () => {
      for (const body of bodies) await ask(path, body, type)
    })
    return Math.round((count / time) * 1000)
  }
  const push = () =>
    rate(events, EVENTS, '/api/collect/v1/default?source=bench', 'application/x-ndjson')
  const pushLog = () => rate(lines, LINES, '/api/collect/v1/bench?source=asterisk', 'text/plain')
  printRow('NDJSON events', await push())
  printRow('the same events again', await push())
  printRow('queue_log lines', await pushLog())
  printRow('the same lines again', await pushLog())
}

function pushes(count: number, line: (n: number) => string) {
  const bodies: string[] = []
  for (let from = 0; from < count; from += PER_PUSH) {
    const lines = Array.from({ length: Math.min(PER_PUSH, count - from) }, (_, n) => line(from + n))
    bodies.push(`${lines.join('\n')}\n`)
  }
  return bodies
}

const START = Date.UTC(2026, 0, 5, 6)

const ndjson = (n: number) =>
  JSON.stringify({
    event: 'call',
    key: `push.${n}`,
    at: new Date(START + n * 100).toISOString(),
    fields: {
      queue: `q${String(n % 500).padStart(3, '0')}`,
      agent: `a${n % 2000}`,
      call: `push.${n}`,
      direction: 'in',
      outcome: 'answered',
      caller: `+4670${String(n).padStart(7, '0')}`,
      called: '+468465004',
      wait: n % 60,
      talk: n % 600,
    },
  })

/** Four lines make a call: enter, ring, connect, complete. */
function queueLog(n: number) {
  const call = n >> 2
  const began = START / 1000 + call
  const head = (after: number, agent: string) =>
    `${began + after}|${began}.${call}|kö${call % 20}|${agent}`
  switch (n & 3) {
    case 0:
      return `${head(0, 'NONE')}|ENTERQUEUE||070${String(call).padStart(7, '0')}|1`
    case 1:
      return `${head(5, `SIP/${8000 + (call % 200)}`)}|RINGNOANSWER|5000`
    case 2:
      return `${head(12, `SIP/${8200 + (call % 200)}`)}|CONNECT|12|${began}.${call}1|4`
    default:
      return `${head(112, `SIP/${8200 + (call % 200)}`)}|COMPLETECALLER|12|100|1`
  }
}
