import { defineShow } from '#core/contracts/board_content'

/** Open or closed, and the next change. */
export default defineShow((_widget, [state], tools) => {
  const told = state?.total
  if (!told || told.open === null)
    return { kind: 'message', icon: 'door-open', title: tools.word('unknown') }
  const open = Boolean(told.open)
  const change = told.nextChange ?? null
  return {
    kind: 'number',
    main: {
      value: tools.word(open ? 'open' : 'closed'),
      unit: 'text',
      look: open ? 'ok' : 'note',
      ...(change !== null && {
        small: tools.word(open ? 'until' : 'from', { time: tools.format(change, 'time') }),
      }),
    },
    ...(told.holiday ? { beside: [{ value: told.holiday, unit: 'text' as const }] } : {}),
  }
})
