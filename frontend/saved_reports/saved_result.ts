import type { SavedReport } from '../api/saved_reports.js'
import type { ReportTypeInfo } from '../api/report_type.js'
import { windowOf } from '../reports/use_shown_result.js'
import { presetColumns } from '../reports/report_draft.js'
import type { ShownResult } from '#core/contracts/module_page'
import { draftOf } from './saved_query.js'

/** A saved report as modules are told of it: it has no dates of its own. */
export function savedResult({ name, query }: SavedReport, type: ReportTypeInfo): ShownResult {
  const draft = draftOf(query, { from: '2000-01-01', to: '2000-01-01' })
  return {
    name,
    report: query.report,
    columns: draft.columns ?? presetColumns(type, null),
    ...(draft.objects !== 'all' && { objects: draft.objects, groups: draft.groups }),
    grouping: draft.grouping,
    interval: draft.interval,
    intervalMinutes: draft.intervalMinutes,
    dates: null,
    window: windowOf(query.period ?? {}),
    parameters: draft.parameters,
    widget: null,
  }
}
