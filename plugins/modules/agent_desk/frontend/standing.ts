import type { PageTools } from '#core/contracts/module_page'
import type { DeskAct, DeskAgent } from './api.js'

type Colour = 'success' | 'warning' | 'error' | 'info' | 'neutral'

const colours: Readonly<Record<string, Colour>> = {
  ready: 'success',
  loggedOn: 'success',
  paused: 'warning',
  wrapUp: 'warning',
  talking: 'info',
  ringing: 'info',
  busy: 'info',
  unreachable: 'error',
}

/** Of a state, as everything that shows one has it. */
export const colourOf = (state: string | null): Colour => colours[state ?? ''] ?? 'neutral'

/** A wish that the platform has not confirmed yet. */
export const isOpen = ({ state }: DeskAct) => state === 'asked' || state === 'handed'

export const stateWord = (word: PageTools['word'], state: string | null, isKnown: boolean) =>
  word(isKnown && state ? `states.${state}` : 'states.unknown')

/** Seconds as a clock: 4:05, 1:04:05. */
export function clockTime(milliseconds: number): string {
  const seconds = Math.max(0, Math.floor(milliseconds / 1000))
  const two = (value: number) => String(value).padStart(2, '0')
  const hours = Math.floor(seconds / 3600)
  const rest = `${two(Math.floor((seconds % 3600) / 60))}:${two(seconds % 60)}`
  return hours > 0 ? `${hours}:${rest}` : rest.replace(/^0/, '')
}

/** What went wrong with a wish, or what it waits for, in a sentence. */
export function actSentence(
  { word, moment }: Pick<PageTools, 'word' | 'moment'>,
  act: DeskAct,
  agent: DeskAgent
): string {
  const queue = agent.queues.find((one) => one.queue === act.queue)?.name ?? act.queue ?? ''
  const values = { queue, wish: word(`wishes.${act.name}`), device: agent.device ?? '' }
  if (isOpen(act)) return word('pendingLong', { ...values, at: moment(act.askedAt) })
  const key = `refusals.${act.code ?? 'unknown'}`
  const said = word(key, values)
  return said === key ? word('refusals.unknown', values) : said
}
