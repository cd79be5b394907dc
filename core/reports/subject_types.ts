import type { ReportType } from '#core/contracts/report_type'

/** The object types that a report's subject may be of, in the order declared. */
export function subjectTypes(type: ReportType): string[] {
  const types = Object.values(type.events).flatMap((event) => {
    const field = event.fields[type.subject]
    return field?.type === 'object' ? field.objectType : []
  })
  return [...new Set(types)]
}
