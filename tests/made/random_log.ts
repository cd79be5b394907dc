import fc from 'fast-check'

/** Monday the 5th of January 2026, 00:00 in Stockholm. */
const MONDAY = Date.UTC(2026, 0, 4, 23) / 1000
const DAYS = 3

const call = fc.record({
  queue: fc.constantFrom('support', 'sälj', 'växeln', 'Ķegums'),
  after: fc.integer({ min: 0, max: DAYS * 86_400 - 3_600 }),
  caller: fc.constantFrom('+46701740605', '0701740606', '+37120000001', 'anonymous'),
  agent: fc.constantFrom('SIP/8001', 'SIP/8002', 'Agent/Åsa'),
  wait: fc.integer({ min: 0, max: 400 }),
  talk: fc.integer({ min: 1, max: 2_000 }),
  how: fc.constantFrom(
    'answered',
    'answered',
    'ABANDON',
    'EXITWITHTIMEOUT',
    'EXITWITHKEY',
    'EXITEMPTY'
  ),
})

/** The lines of so many calls of three days, the same each time. */
export function randomLog(calls: number): string[] {
  const made = fc.sample(call, { numRuns: calls, seed: 20_260_105 })
  return made.flatMap(({ queue, after, caller, agent, wait, talk, how }, index) => {
    const id = `${MONDAY}.${index}`
    const line = (at: number, who: string, rest: string) =>
      `${MONDAY + after + at}|${id}|${queue}|${who}|${rest}`
    const entered = line(0, 'NONE', `ENTERQUEUE||${caller}|1`)
    if (how === 'answered') {
      return [
        entered,
        line(wait, agent, `CONNECT|${wait}|${id}.1|3`),
        line(wait + talk, agent, `COMPLETECALLER|${wait}|${talk}|1`),
      ]
    }
    const rest = how === 'EXITWITHKEY' ? `EXITWITHKEY|1|1|1|${wait}` : `${how}|1|1|${wait}`
    return [entered, line(wait, 'NONE', rest)]
  })
}
