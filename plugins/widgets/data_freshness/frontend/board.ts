import { defineShow } from '#core/contracts/board_content'

/** A line for each source, with when it was last heard of. */
export default defineShow((_widget, [state], tools) => {
  if (!state?.rows.length) return { kind: 'message', icon: 'radio', title: tools.word('none') }
  return {
    kind: 'table',
    columns: [
      { key: 'name', label: tools.word('source'), unit: 'text' },
      { key: 'at', label: tools.word('age'), unit: 'since' },
    ],
    rows: state.rows.map((row) => ({
      name: { value: tools.source(String(row.source)), unit: 'text' as const },
      at: { value: row.collectedAt, unit: 'since' as const },
    })),
  }
})
