import type { ReportTypeInfo } from '../api/report_type.js'
import { presetLabel } from './column_label.js'
import { ALL_COLUMNS, type ReportDraft } from './report_draft.js'

/** The ready-made reports of a type, named with the limits that were chosen; the last of them shows every column. */
export function presetsOf(
  type: ReportTypeInfo,
  allColumns: string,
  parameters: ReportDraft['parameters'] = {}
) {
  return [
    ...type.presets
      .filter(({ key }) => key !== ALL_COLUMNS)
      .map((preset) => ({ key: preset.key, label: presetLabel(preset, type, parameters) })),
    { key: ALL_COLUMNS, label: allColumns },
  ]
}
