import { isColumn } from './answer_columns.js'
import { warningOf, type Warning } from './board.js'
import type {
  BoardContent,
  ShowTools,
  ShownChange,
  ShownUnit,
  ShownValue,
} from './board_content.js'
import type { Answer } from './question.js'
import type { Row, Scalar } from './scalar.js'

/** The column of an answer that a widget means: of one that is repeated, its first repetition. */
export const columnIn = ({ columns }: Answer, key: string): string =>
  columns.some((column) => column.key === key)
    ? key
    : (columns.find((column) => isColumn(column, key))?.key ?? key)

/** What an answer is worth as a whole, in a column. */
export function totalOf(answer: Answer, key: string): Scalar {
  const { total, rows } = answer
  return (total ?? (rows.length === 1 ? rows[0] : undefined))?.[columnIn(answer, key)] ?? null
}

/** A live figure, with its warning. */
export function shownLive(
  value: Scalar | undefined,
  unit: ShownUnit,
  warnings: readonly Warning[] = []
): ShownValue {
  const warning = warningOf(typeof value === 'number' ? value : null, warnings)
  return { value: value ?? null, unit, look: warning?.look ?? null, warning: warning?.text }
}

/** A figure of a row, with its warning. */
export const shownIn = (
  answer: Answer,
  row: Row,
  key: string,
  tools: ShowTools,
  warnings: readonly Warning[] = []
): ShownValue => {
  const column = columnIn(answer, key)
  return shownLive(row[column], tools.column(answer, column).unit, warnings)
}

/** A column of the whole, called as it is. */
export const shownColumn = (
  answer: Answer,
  key: string,
  tools: ShowTools,
  warnings: readonly Warning[] = []
): ShownValue => ({
  ...shownLive(totalOf(answer, key), tools.column(answer, columnIn(answer, key)).unit, warnings),
  label: tools.column(answer, columnIn(answer, key)).label,
})

/** What a row is called that is an object or a group. */
export const nameOf = (row: Row) =>
  String(row.objectName ?? row.object ?? row.groupName ?? row.group ?? row.partName ?? '')

/** The usual figure of a day up to the same minute. */
export const usualTotal = (usual: Answer, key: string): Scalar => totalOf(usual, key)

/**
 * How far a figure is from the usual one, in percent of it; null where either is unknown.
 *
 * @param better `higher`, `lower` or anything else where neither is
 */
export function compared(value: Scalar, usual: Scalar, better: string): ShownChange | null {
  if (typeof value !== 'number' || typeof usual !== 'number' || usual === 0) return null
  const percent = Math.round((100 * (value - usual)) / usual)
  if (percent === 0) return { text: '± 0 %', direction: 'same', good: null }
  const up = percent > 0
  return {
    text: `${up ? '▲' : '▼'} ${Math.abs(percent)} %`,
    direction: up ? 'up' : 'down',
    good: better === 'higher' ? up : better === 'lower' ? !up : null,
  }
}

/** A column through the slots of a day that have begun. */
export function slotValues(answer: Answer, wish: string): (number | null)[] {
  const key = columnIn(answer, wish)
  const from = Math.max(0, firstWith(answer.rows, [key]) - 1)
  return numbers(answer.rows, key).slice(from, lastWith(answer.rows, [key]) + 1)
}

const numbers = (rows: readonly Row[], key: string) =>
  rows.map((row) => (typeof row[key] === 'number' ? row[key] : null))

/** The last row that has a figure above nothing; -1 without one. */
const lastWith = (rows: readonly Row[], keys: readonly string[]) =>
  rows.findLastIndex((row) => keys.some((key) => Number(row[key] ?? 0) !== 0))
const firstWith = (rows: readonly Row[], keys: readonly string[]) =>
  rows.findIndex((row) => keys.some((key) => Number(row[key] ?? 0) !== 0))

/** A day or another stretch of time as a picture, over what is usual where that is known. */
export function dayPicture(wish: {
  slots: Answer
  usual?: Answer | undefined
  keys: readonly string[]
  tools: ShowTools
  kind: 'lines' | 'columns'
  stacked?: true
  usualLabel?: string
}): BoardContent {
  const { slots, usual, tools, kind, stacked, usualLabel = '' } = wish
  const shown = slots.columns.filter((column) => wish.keys.some((key) => isColumn(column, key)))
  const keys = shown.map(({ key }) => key)
  const byDay = slots.rows.some((row) => /^\d\d:\d\d$/.test(String(row.interval)))
  // Nights without calls would press the day together.
  const [from, to] = byDay ? edges(slots, usual, keys) : [0, slots.rows.length]
  const part = (rows: readonly Row[]) => rows.slice(from, to)
  const rows = part(slots.rows)
  const begun = byDay ? lastWith(slots.rows, keys) - from : rows.length
  const labels = rows.map((row) => tools.interval(row))
  const series = keys.map((key) => {
    const { label, unit } = tools.column(slots, key)
    return {
      label,
      unit: unit === 'since' ? ('seconds' as const) : unit,
      // What is still to come is no zero.
      values: numbers(rows, key).map((value, at) =>
        at > begun && kind === 'lines' ? null : value
      ),
    }
  })
  const [first = ''] = keys
  return {
    kind: 'picture',
    figure: {
      title: series.map(({ label }) => label).join(', '),
      picture: {
        kind,
        ...(stacked && { stacked }),
        ordered: true,
        categories: labels,
        series,
      },
      table: {
        columns: [
          { key: 'interval', label: '', unit: 'text' },
          ...series.map(({ label, unit }, at) => ({ key: keys[at]!, label, unit })),
        ],
        rows: rows.map((row, at) => ({ ...row, interval: labels[at]! })),
      },
    },
    ...(usual?.low &&
      usual.high && {
        band: {
          label: usualLabel,
          low: numbers(part(usual.low), first),
          high: numbers(part(usual.high), first),
        },
      }),
  }
}

/** The slots between the first and the last that ever have something, with one more on either side. */
function edges(slots: Answer, usual: Answer | undefined, keys: readonly string[]) {
  const all = [slots.rows, ...(usual ? [usual.rows, usual.high ?? []] : [])]
  const firsts = all.map((rows) => firstWith(rows, keys)).filter((at) => at >= 0)
  const lasts = all.map((rows) => lastWith(rows, keys)).filter((at) => at >= 0)
  if (!firsts.length) return [0, slots.rows.length] as const
  return [
    Math.max(0, Math.min(...firsts) - 1),
    Math.min(slots.rows.length, Math.max(...lasts) + 2),
  ] as const
}
