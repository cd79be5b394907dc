import { meetsTarget } from '#core/contracts/change_of'
import type { KeyFigure } from '#core/contracts/report_document'
import type { ReportColumn } from '../api/report_type.js'
import type { ReportRow } from '../api/report.js'

/** What a column's figures are to reach. */
export type Threshold = Required<Pick<KeyFigure, 'target' | 'good'>>

/** The targets that the customer has set for columns of a report, by column. */
export function thresholdsOf(
  figures: readonly Pick<KeyFigure, 'key' | 'target' | 'good'>[] = []
): ReadonlyMap<string, Threshold> {
  return new Map(
    figures.flatMap(({ key, target, good }) =>
      target === undefined || !good ? [] : [[key, { target, good }]]
    )
  )
}

/** How a cell says whether it has reached its target; nothing where there is none. */
export function targetLooks(value: ReportRow[string], threshold: Threshold | undefined) {
  if (!threshold) return undefined
  const met = meetsTarget({ value: value ?? null, ...threshold })
  return met === null ? undefined : met ? 'target-met' : 'target-missed'
}

/** The length of a percent's bar, as a style; nothing for other figures and where nothing is measured. */
export function barStyle(value: ReportRow[string], { unit }: Pick<ReportColumn, 'unit'>) {
  if (unit !== 'percent' || value === null || value === undefined) return undefined
  return { '--share': `${Math.min(Math.max(Number(value), 0), 100)}%` }
}
