import { randomBytes } from 'node:crypto'
import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { storageFolder } from '#config/storage'
import { collectFile } from '#core/collection/actions/collect_file'
import type Customer from '#core/customers/models/customer'

/** Monday the 5th of January 2026, 08:00 in Stockholm. */
const MONDAY_EIGHT = Date.UTC(2026, 0, 5, 7) / 1000

/**
 * Nine calls of a Monday morning: in `support` three answered after 5, 20 and 45 seconds, two
 * abandoned after 3 and 30, one that waited out; in `sälj` two answered and one that found nobody.
 */
export const MONDAY = [
  ...answered('s1', 'support', 0, { wait: 5, talk: 60, agent: 'SIP/8001', caller: '+46701740605' }),
  ...answered('s2', 'support', 600, {
    wait: 20,
    talk: 120,
    agent: 'SIP/8002',
    caller: '+46701740606',
  }),
  ...answered('s3', 'support', 1900, {
    wait: 45,
    talk: 30,
    agent: 'SIP/8001',
    caller: '+46701740607',
  }),
  ...ended('s4', 'support', 2000, 'ABANDON|1|1|3', 3),
  ...ended('s5', 'support', 2100, 'ABANDON|1|1|30', 30),
  ...ended('s6', 'support', 2200, 'EXITWITHTIMEOUT|1|1|90', 90),
  ...answered('f1', 'sälj', 100, {
    wait: 10,
    talk: 300,
    agent: 'SIP/8003',
    caller: '+46701740608',
  }),
  ...answered('f2', 'sälj', 4000, {
    wait: 12,
    talk: 200,
    agent: 'SIP/8003',
    caller: '+46701740609',
  }),
  ...ended('f3', 'sälj', 4100, 'EXITEMPTY|1|1|7', 7),
]

function answered(
  call: string,
  queue: string,
  after: number,
  { wait, talk, agent, caller }: { wait: number; talk: number; agent: string; caller: string }
) {
  return [
    line(after, call, queue, 'NONE', `ENTERQUEUE||${caller}|1`),
    line(after + wait, call, queue, agent, `CONNECT|${wait}|${call}.1|3`),
    line(after + wait + talk, call, queue, agent, `COMPLETECALLER|${wait}|${talk}|1`),
  ]
}

function ended(call: string, queue: string, after: number, how: string, wait: number) {
  return [
    line(after, call, queue, 'NONE', 'ENTERQUEUE||+46701740610|1'),
    line(after + wait, call, queue, 'NONE', how),
  ]
}

function line(after: number, call: string, queue: string, agent: string, rest: string) {
  return `${MONDAY_EIGHT + after}|${MONDAY_EIGHT}.${call}|${queue}|${agent}|${rest}`
}

/** The same lines so many weeks later, as calls of their own. */
export const weeksLater = (weeks: number, lines: readonly string[] = MONDAY): string[] =>
  lines.map((one) => {
    const [second, call, ...rest] = one.split('|')
    return [Number(second) + weeks * 604_800, `${call}.${weeks}`, ...rest].join('|')
  })

/** Collects the lines, in the order of time, as a file of the customer's Asterisk. */
export async function collectedLog(customer: Customer, lines: readonly string[] = MONDAY) {
  const name = `queue_log-${randomBytes(6).toString('hex')}`
  const path = join(storageFolder('tests'), name)
  const sorted = [...lines].sort((a, b) => Number(a.split('|')[0]) - Number(b.split('|')[0]))
  await writeFile(path, `${sorted.join('\n')}\n`)
  return collectFile({ customerId: customer.id, source: 'asterisk', point: 'default', path, name })
}
