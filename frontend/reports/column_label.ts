import type { DeclaredColumn, ReportPreset, ReportTypeInfo } from '../api/report_type.js'
import { fillForAll } from '#core/contracts/fill_places'

type Limits = Readonly<Record<string, readonly number[]>>

/** What a declared column is called with the limits that were chosen: `Answered within 20/40 s`. */
export function columnLabel(column: DeclaredColumn, chosen: Limits): string {
  const { label, repeated } = column
  const limits = repeated ? (chosen[repeated.name] ?? []) : []
  return repeated && limits.length ? fillForAll(repeated.pattern, repeated.by, limits) : label
}

/** What a preset is called; one without a name of its own is called after its columns. */
export function presetLabel(
  { label, named, columns }: ReportPreset,
  type: ReportTypeInfo,
  chosen: Limits
): string {
  if (named) return label
  return columns
    .map((key) => type.columns.find((column) => column.key === key))
    .map((column) => (column ? columnLabel(column, chosen) : ''))
    .join(' - ')
}
