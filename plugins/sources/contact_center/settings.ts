import type { Settings } from '#core/contracts/settings'

/** What is set for each collection point: one contact centre. */
export const pointSettings = {
  wrapUpReasons: {
    label: 'Pauses that are wrap-up',
    help: 'Names of pauses, separated by commas, that agents take to finish a session. They count as wrap-up and not as pauses.',
    type: 'text',
    default: 'wrap-up, wrapup, efterarbete',
  },
} as const satisfies Settings

/** The names of pauses that are wrap-up, in small letters. */
export function wrapUpReasons(settings: Readonly<Record<string, unknown>>): ReadonlySet<string> {
  const text = settings.wrapUpReasons ?? pointSettings.wrapUpReasons.default
  const names = typeof text === 'string' ? text.split(',') : []
  return new Set(names.map((name) => name.trim().toLowerCase()).filter((name) => name !== ''))
}
