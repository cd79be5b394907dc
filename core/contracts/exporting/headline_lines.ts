import { changeOf } from '../change_of.js'
import type { KeyFigure, ReportDocument } from '../report_document.js'
import type { Scalar } from '../scalar.js'
import { durationText } from './duration_text.js'

/** What files call the parts of a key figure. */
export interface HeadlineWords {
  keyFigures: string
  before: string
  target: string
}

/**
 * The key figures of a report as lines of a cover: what each is called, and its value with that of the
 * period before and the target. None where the report has none.
 */
export function headlineLines(
  { headline, locale }: Pick<ReportDocument, 'headline' | 'locale'>,
  words: HeadlineWords,
  timeFormat: 'hms' | 'seconds'
): [string, string][] {
  if (!headline?.figures.length) return []
  const { figures, previous } = headline
  const show = (value: Scalar, unit: KeyFigure['unit']) =>
    valueText(value, unit, locale, timeFormat)
  const lines = figures.map((figure): [string, string] => {
    const { label, unit, value, before, target } = figure
    const parts = [
      show(value, unit),
      ...(previous ? [`${words.before}: ${show(before, unit)}${changeText(figure, locale)}`] : []),
      ...(target === undefined ? [] : [`${words.target}: ${show(target, unit)}`]),
    ]
    return [label, parts.join(' · ')]
  })
  return [[words.keyFigures, previous ? `${words.before}: ${previous.description}` : ' '], ...lines]
}

function valueText(
  value: Scalar,
  unit: KeyFigure['unit'],
  locale: string,
  timeFormat: 'hms' | 'seconds'
) {
  if (value === null) return '–'
  if (unit === 'percent') return percent(Number(value), locale)
  if (unit === 'seconds' && timeFormat === 'hms') return durationText(Number(value))
  return new Intl.NumberFormat(locale, { maximumFractionDigits: unit === 'count' ? 0 : 1 }).format(
    Number(value)
  )
}

function changeText(figure: KeyFigure, locale: string) {
  const change = changeOf(figure)
  if (change?.percent === null || change?.percent === undefined) return ''
  return ` (${change.percent > 0 ? '+' : ''}${percent(change.percent, locale)})`
}

const percent = (value: number, locale: string) =>
  new Intl.NumberFormat(locale, { style: 'percent', maximumFractionDigits: 1 }).format(value / 100)
