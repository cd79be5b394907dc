import type { ReportColumn } from '../api/report_type.js'
import { shownParts } from '#core/contracts/charts/shown_parts'

export type Relation = 'whole' | 'part'

/**
 * How the columns on the screen are related to one of them: what it consists of, or, where it is a part
 * itself, what it belongs to and the other parts of that.
 */
export function relatedColumns(columns: readonly ReportColumn[], key: string) {
  const relations = new Map<string, Relation>()
  const column = columns.find((one) => one.key === key)
  const parts = shownParts(columns, column?.consistsOf.flat() ?? [])
  if (parts.length) {
    for (const part of parts) relations.set(part, 'part')
    relations.set(key, 'whole')
    return relations
  }
  for (const whole of columns) {
    for (const partition of whole.consistsOf) {
      const shown = shownParts(columns, partition)
      if (!shown.includes(key)) continue
      for (const part of shown) relations.set(part, 'part')
      relations.set(whole.key, 'whole')
    }
  }
  return relations
}
