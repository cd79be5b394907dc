import type { ReportTypeInfo } from '../api/report_type.js'

/** The icon of what a report type is about, as its source declares it. */
export function objectIcon(type: Pick<ReportTypeInfo, 'objectTypes'> | undefined) {
  const icon = type?.objectTypes[0]?.icon ?? 'chart-column'
  return icon.startsWith('i-') ? icon : `i-lucide-${icon}`
}
