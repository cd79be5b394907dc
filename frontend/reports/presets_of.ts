import type { ReportTypeInfo } from '../api/report_type.js'
import { ALL_COLUMNS } from './report_draft.js'

/** The ready-made reports of a type; the last of them shows every column. */
export function presetsOf(type: ReportTypeInfo, allColumns: string) {
  return [
    ...type.presets.filter(({ key }) => key !== ALL_COLUMNS),
    { key: ALL_COLUMNS, label: allColumns },
  ]
}
