import { nameOf, totalOf } from '#core/contracts/board_figures'
import { defineShow } from '#core/contracts/board_content'

/** Warnings are in seconds: the page judges them, as the wait grows between two answers. */
export default defineShow((_widget, [now], tools) => {
  if (!now) return { kind: 'message', icon: 'timer', title: tools.word('choose') }
  const since = totalOf(now, 'longestWaitSince')
  const queue = now.rows.find((row) => since !== null && row.longestWaitSince === since)
  // That nobody waits is said only where it is known.
  const nobody = totalOf(now, 'waiting') === 0
  return {
    kind: 'number',
    main: {
      value: since,
      unit: 'since',
      ...(queue ? { small: nameOf(queue) } : nobody && { small: tools.word('nobody') }),
    },
  }
})
