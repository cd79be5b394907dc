import type { PlacedWidget } from '#core/contracts/board'
import type { BoardContent, NamedColumn, ShowTools } from '#core/contracts/board_content'
import type { DescribedLive, DescribedReport } from '#core/contracts/described_report'
import type { OpenedWidget, PageTools } from '#core/contracts/module_page'
import { isColumn } from '#core/contracts/answer_columns'
import type { Answer } from '#core/contracts/question'
import type { Row } from '#core/contracts/scalar'
import { duration } from './duration.js'

/** What the page knows of the customer’s reports and live figures. */
export interface Catalogue {
  types: readonly DescribedReport[]
  live: readonly DescribedLive[]
}

/** What a widget says for itself beside its content. */
export interface Shown {
  content: BoardContent
  /** When the oldest of its figures was known. */
  asOf: string | null
  /** No contact since then: its figures are too old to be shown as now. */
  silentSince: string | null
  problem: { code: string; message: string } | null
}

type Format = Pick<PageTools, 'format' | 'locale'>

/** A value on a board: durations are shorter there than in tables. */
export const boardFormat =
  (tools: Format): ShowTools['format'] =>
  (value, unit) => {
    if (unit === 'seconds' && typeof value === 'number') return duration(value)
    return tools.format(value, unit)
  }

/** What a widget shows now. What is too old is shown as unknown, and never as nothing. */
export function shownWidget(wish: {
  widget: PlacedWidget
  opened: OpenedWidget
  answers: readonly Answer[]
  catalogue: Catalogue
  tools: Format
  address: string
  now: number
}): Shown {
  const { widget, opened, answers, catalogue, tools, address, now } = wish
  const problem = answers.find((answer) => answer.problem)?.problem ?? null
  const late = answers.filter(
    ({ asOf, goodFor }) => goodFor !== null && Date.parse(asOf) + 1000 * goodFor < now
  )
  const moments = answers.map(({ asOf }) => asOf).sort()
  return {
    problem,
    asOf: moments[0] ?? null,
    silentSince: late.map(({ asOf }) => asOf).sort()[0] ?? null,
    content: shownSafely(() =>
      opened.show(
        widget,
        answers
          .filter((answer) => !answer.problem)
          .map((answer) => (late.includes(answer) ? unknown(answer) : answer)),
        {
          word: opened.word,
          format: boardFormat(tools),
          column: (answer, key) => columnOf(widget, catalogue, answer, key),
          interval: (row) => intervalOf(row, tools.locale),
          source: (key) => catalogue.types.find(({ source }) => source === key)?.sourceLabel ?? key,
          address,
        }
      )
    ),
  }
}

/** A widget that cannot show what it was answered takes nothing else along. */
function shownSafely(show: () => BoardContent): BoardContent {
  try {
    return show()
  } catch {
    return { kind: 'message', icon: 'triangle-alert', title: '–' }
  }
}

const names = ['object', 'objectName', 'group', 'groupName', 'interval', 'intervalLabel']

const unknown = (answer: Answer): Answer => ({
  ...answer,
  rows: answer.rows.map(blank),
  total: answer.total && blank(answer.total),
})
const blank = (row: Row): Row =>
  Object.fromEntries(
    Object.entries(row).map(([key, value]) => [key, names.includes(key) ? value : null])
  )

/** What a column is called: as its report or source declares it. */
function columnOf(
  { data }: PlacedWidget,
  { types, live }: Catalogue,
  answer: Answer,
  key: string
): NamedColumn {
  const column = answer.columns.find((one) => one.key === key)
  const unit = column?.unit === 'state' ? 'text' : (column?.unit ?? 'count')
  const said = { key, unit, label: key, description: '' }
  const told = live
    .find(({ source, objectType }) => source === data?.source && objectType === data?.objectType)
    ?.figures.find((figure) => figure.key === key)
  if (answer.from !== 'facts' && told) return { ...said, label: told.label }
  const columns = types.find((type) => type.key === data?.report)?.columns ?? []
  const declared =
    columns.find((one) => one.key === key) ??
    columns.find((one) => isColumn(column ?? { key }, one.key))
  if (!declared) return said
  const { description, label, repeated } = declared
  const value = column?.repeated?.value ?? key.slice(declared.key.length + 1)
  if (!value || !repeated) return { ...said, label, description }
  const [from = value, to = ''] = value.split(/[_–-]/)
  const put = { value, limit: value, from, to }
  return {
    ...said,
    description,
    label: repeated.pattern.replaceAll(/\{(\w+)\}/g, (whole, name: string) =>
      String(put[name as keyof typeof put] ?? whole)
    ),
  }
}

/** What a stretch of time is called, shortly. */
export function intervalOf(row: Readonly<Record<string, unknown>>, locale: string): string {
  const text = String(row.interval ?? '')
  const day = (options: Intl.DateTimeFormatOptions, date: string) =>
    new Intl.DateTimeFormat(locale, { ...options, timeZone: 'UTC' }).format(
      new Date(`${date}T00:00:00Z`)
    )
  if (/^\d{4}-\d\d-\d\d$/.test(text)) return day({ day: 'numeric', month: 'short' }, text)
  // 1 January 2024 was a Monday.
  if (/^[1-7]$/.test(text)) return day({ weekday: 'short' }, `2024-01-0${text}`)
  if (/^\d{4}-\d\d$/.test(text)) return day({ month: 'short', year: 'numeric' }, `${text}-01`)
  return text
}
