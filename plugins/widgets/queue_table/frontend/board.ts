import { isColumn } from '#core/contracts/answer_columns'
import { nameOf, shownIn, shownLive } from '#core/contracts/board_figures'
import { defineShow } from '#core/contracts/board_content'

/** The worst first: by how many wait, then by the longest wait. The warnings are on how many wait. */
export default defineShow((widget, answers, tools) => {
  const day = answers.find(({ from }) => from === 'facts')
  const now = answers.find(({ from }) => from !== 'facts')
  if (!now && !day) return { kind: 'message', icon: 'table-2', title: tools.word('choose') }
  const wish = widget.data?.columns ?? []
  const keys = (day?.columns ?? [])
    .filter((column) => wish.some((key) => isColumn(column, key)))
    .map(({ key }) => key)
  const live = new Map((now?.rows ?? []).map((row) => [String(row.object), row]))
  const known = new Map((day?.rows ?? []).map((row) => [String(row.object), row]))
  const objects = [...new Set([...live.keys(), ...known.keys()])].sort(
    (a, b) =>
      Number(live.get(b)?.waiting ?? 0) - Number(live.get(a)?.waiting ?? 0) ||
      String(live.get(a)?.longestWaitSince ?? '~').localeCompare(
        String(live.get(b)?.longestWaitSince ?? '~')
      ) ||
      a.localeCompare(b)
  )
  return {
    kind: 'table',
    columns: [
      { key: 'name', label: tools.word('queue'), unit: 'text' },
      ...(now
        ? [
            { key: 'waiting', label: tools.word('waiting'), unit: 'count' as const },
            { key: 'longest', label: tools.word('longest'), unit: 'since' as const },
            { key: 'ready', label: tools.word('ready'), unit: 'count' as const },
          ]
        : []),
      ...(day ? keys.map((key) => tools.column(day, key)) : []),
    ],
    rows: objects.map((object) => {
      const [lives, of] = [live.get(object), known.get(object)]
      return {
        name: { value: nameOf(of ?? lives ?? { object }), unit: 'text' as const },
        waiting: shownLive(lives?.waiting, 'count', widget.warnings),
        longest: { value: lives?.longestWaitSince, unit: 'since' as const },
        ready: { value: lives?.agentsReady, unit: 'count' as const },
        ...Object.fromEntries(keys.map((key) => [key, shownIn(day!, of ?? {}, key, tools)])),
      }
    }),
  }
})
