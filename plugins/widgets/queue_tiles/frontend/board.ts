import { warningOf } from '#core/contracts/board'
import { nameOf } from '#core/contracts/board_figures'
import { defineShow } from '#core/contracts/board_content'

/** The warnings are on how many wait; queues with the most waiting stand first. */
export default defineShow((widget, [now], tools) => {
  if (!now) return { kind: 'message', icon: 'layout-grid', title: tools.word('choose') }
  return {
    kind: 'tiles',
    tiles: now.rows
      .toSorted(
        (a, b) =>
          Number(b.waiting ?? 0) - Number(a.waiting ?? 0) || nameOf(a).localeCompare(nameOf(b))
      )
      .map((row) => ({
        name: nameOf(row),
        look:
          warningOf(typeof row.waiting === 'number' ? row.waiting : null, widget.warnings)?.look ??
          null,
        values: [
          { value: row.waiting, unit: 'count', label: tools.word('waiting') },
          { value: row.longestWaitSince, unit: 'since', label: tools.word('longest') },
          { value: row.agentsReady, unit: 'count', label: tools.word('ready') },
        ],
      })),
  }
})
