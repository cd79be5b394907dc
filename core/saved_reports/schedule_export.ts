import { type ExportRequest, exportOptions } from '#core/reports/validators/export_options'
import type Schedule from '#core/saved_reports/models/schedule'

/** The file that a schedule makes: its own interval grouping first, then the other sheets. */
export const scheduleExport = (
  schedule: Pick<
    Schedule,
    | 'format'
    | 'interval'
    | 'intervals'
    | 'charts'
    | 'columnDescriptions'
    | 'specification'
    | 'timeFormat'
  >
): ExportRequest =>
  exportOptions(schedule.format, {
    intervals: [...new Set([schedule.interval, ...schedule.intervals])],
    charts: schedule.charts,
    columnDescriptions: schedule.columnDescriptions,
    specification: schedule.specification,
    timeFormat: schedule.timeFormat,
    audience: 'person',
  })
