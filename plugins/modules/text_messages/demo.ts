import { randomUUID } from 'node:crypto'
import type { CustomerTools, ModuleReader, Value } from '#core/contracts/module_tools'
import { countSending } from './engine/sending.js'
import { writeFacts } from './engine/write_facts.js'
import { measureText } from './message_text.js'
import { sumOf } from './money.js'

const DAY_MS = 86_400_000
const WORK_MS = 8 * 3_600_000
const DAYS = 30
const SINGLES_A_DAY = 9
const RECIPIENTS = 420
const PRICE = '0.16'

const texts = [
  'Hej! Din tid är bokad i morgon kl. 14. Svara om du behöver en annan.',
  'Ditt paket finns nu att hämta i butiken. Ta med legitimation.',
  'Vi försökte nå dig om ditt ärende. Ring oss gärna på 08-123 456 78.',
  'Tack för ditt samtal! Vad tyckte du om hjälpen? Svara 1–5.',
]

/** A month of messages, and two sendings of which one was stopped. Nothing is handed to any gateway. */
export async function fillDemo(
  customer: CustomerTools,
  { until, reader }: { from: Date; until: Date; reader: ModuleReader }
): Promise<void> {
  const random = generator(20_261_130)
  const rows = customer.rows('messages')
  const end = Math.min(until.getTime(), customer.now().getTime())
  const all: Record<string, Value>[] = []
  for (let day = DAYS; day >= 0; day--) {
    for (let at = 0; at < SINGLES_A_DAY; at++) {
      const created = Math.min(end, morningOf(end - day * DAY_MS) + Math.floor(random() * WORK_MS))
      const text = texts[Math.floor(random() * texts.length)]!
      all.push(row(random, { reader, text, created, via: at % 3 ? 'api' : 'page' }))
    }
  }
  const sendings = [
    { name: 'Höstens öppettider', days: 16, stopAfter: RECIPIENTS },
    { name: 'Inbjudan till öppet hus', days: 5, stopAfter: 260 },
  ]
  const made: number[] = []
  for (const { name, days, stopAfter } of sendings) {
    const created = morningOf(end - days * DAY_MS) + 3_600_000
    const text = 'Hej! Från måndag har vi öppet 8–18, också i telefon. Varmt välkommen!'
    const isStopped = stopAfter < RECIPIENTS
    const id = await customer.rows('sendings').insert({
      ...{ name, sender: 'Nordvik', text, state: isStopped ? 'stopped' : 'finished' },
      ...{ hours: JSON.stringify({ from: '09:00', to: '20:00', sundays: false }) },
      ...{ rate_per_second: 20, stop_if_failed_percent: 20, recipients: RECIPIENTS },
      ...{ reserved: sumOf(Array.from({ length: RECIPIENTS }, () => PRICE)), unit: 'points' },
      ...{ counts: '{}', made_by_id: reader.userId, started_by_id: reader.userId },
      ...{ created_at: new Date(created), started_at: new Date(created) },
      finished_at: new Date(created + 60_000),
    })
    const messages = Array.from({ length: RECIPIENTS }, (_, at) => ({
      ...row(random, { reader, text, created: created + at * 50, via: 'sending' }),
      ...{ sending_id: id, number: numberOf(at + days * 1000) },
      ...(at >= stopAfter && {
        ...{ state: 'stopped', handed_at: null, price: null, reference: null, code: null },
      }),
    }))
    all.push(...messages)
    made.push(id)
  }
  // The history is in the order in which messages were made.
  await rows.insertMany(all.sort((one, other) => momentOf(one) - momentOf(other)))
  for (const id of made) await countSending(customer, id)
  await writeFacts(customer)
}

/** Seven in the morning, in UTC, of the day of a moment. */
const morningOf = (at: number) => Math.floor(at / DAY_MS) * DAY_MS + 7 * 3_600_000
const momentOf = ({ created_at: at }: Record<string, Value>) => (at as Date).getTime()

/** Numbers that the Swedish authority keeps for fiction. */
const numberOf = (at: number) =>
  `+4670174${String(600 + (at % 100)).padStart(4, '0')}${Math.floor(at / 100) % 10}`

function row(
  random: () => number,
  about: { reader: ModuleReader; text: string; created: number; via: string }
): Record<string, Value> {
  const { reader, text, created, via } = about
  const { encoding, parts } = measureText(text)
  const luck = random()
  const [state, code] =
    luck < 0.93
      ? ['delivered', '404']
      : luck < 0.97
        ? ['undelivered', '405']
        : luck < 0.985
          ? ['expired', '402']
          : ['rejected', '407']
  const handed = new Date(created)
  return {
    ...{ own_id: randomUUID(), number: numberOf(Math.floor(random() * 1000)), sender: 'Nordvik' },
    ...{ text, encoding, parts, state: state!, code: code!, via, sending_id: null, idx: null },
    ...{ login_id: reader.userId, attempts: 0, due_at: handed, expires_at: null },
    ...{ reference: randomUUID(), price: sumOf(Array.from({ length: parts }, () => PRICE)) },
    ...{ unit: 'points', untold: randomUUID(), created_at: handed, handed_at: handed },
    settled_at: new Date(created + 2000 + Math.floor(random() * 20_000)),
  }
}

/** The same numbers each time. */
function generator(seed: number) {
  let state = seed
  return () => {
    state = (state * 1_664_525 + 1_013_904_223) % 4_294_967_296
    return state / 4_294_967_296
  }
}
