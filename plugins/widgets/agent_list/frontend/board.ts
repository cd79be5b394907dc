import { nameOf } from '#core/contracts/board_figures'
import { defineShow } from '#core/contracts/board_content'

const looks: Readonly<Record<string, 'ok' | 'note' | 'warning' | null>> = {
  ready: 'ok',
  talking: 'note',
  ringing: 'note',
  paused: 'warning',
}
const order = [
  'ready',
  'ringing',
  'talking',
  'wrapUp',
  'busy',
  'paused',
  'unreachable',
  'loggedOff',
]
const initials = (name: string) =>
  name
    .split(/\s+/)
    .map((part) => part[0] ?? '')
    .join('')

/** Ready ones first; who is logged off can be left out, and names shortened to their initials. */
export default defineShow((widget, [now], tools) => {
  if (!now) return { kind: 'message', icon: 'users', title: tools.word('choose') }
  const { hideOff = true, short = false } = widget.settings ?? {}
  const rank = (state: unknown) => (order.indexOf(String(state)) + order.length) % order.length
  return {
    kind: 'table',
    columns: [
      { key: 'name', label: tools.word('name'), unit: 'text' },
      { key: 'state', label: tools.word('state'), unit: 'text' },
      { key: 'since', label: tools.word('since'), unit: 'since' },
    ],
    rows: now.rows
      .filter(
        ({ state }) =>
          state !== null && !(hideOff && ['loggedOff', 'unreachable'].includes(String(state)))
      )
      .sort((a, b) => rank(a.state) - rank(b.state) || nameOf(a).localeCompare(nameOf(b)))
      .map((row) => ({
        name: { value: short ? initials(nameOf(row)) : nameOf(row), unit: 'text' },
        state: {
          value: [tools.word(`state.${String(row.state)}`), row.pauseReason]
            .filter(Boolean)
            .join(' · '),
          unit: 'text',
          look: looks[String(row.state)] ?? null,
        },
        since: { value: row.stateSince, unit: 'since' },
      })),
  }
})
