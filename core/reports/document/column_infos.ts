import { traceColumn } from '#core/reports/behind/trace_column'
import { fillPlaces } from '#core/contracts/fill_places'
import type { ReportType } from '#core/contracts/report_type'
import type { ColumnInfo } from '#core/contracts/report_document'
import type { ColumnPlan, PlannedColumn } from '#core/reports/compile/plan_columns'
import { distributedMeasure } from '#core/reports/compile/distributed_measure'
import type { ReportWords } from '#core/reports/document/report_words'

/** The measured columns that are shown, with labels, descriptions, and what they consist of by the keys of this document. */
export function columnInfos(type: ReportType, plan: ColumnPlan, words: ReportWords): ColumnInfo[] {
  const shown = new Set(plan.shown.map((place) => plan.columns[place].key))
  const say = (what: 'label' | 'description', { declared, repetition }: Named) =>
    fillPlaces(
      words.plugin(`reportTypes.${type.key}.columns.${declared}.${what}`),
      repetition?.label ?? {}
    )
  return plan.shown.map((place) => {
    const planned = plan.columns[place]
    const partitions = (planned.column.consistsOf ?? [])
      .map((parts) => parts.flatMap((part) => partsOf(part, planned, type, plan)))
      .filter((parts) => parts.length > 0)
    const absent = partitions.flat().filter(({ key }) => !shown.has(key))
    return {
      key: planned.key,
      label: say('label', planned),
      description: say('description', planned),
      unit: planned.column.unit,
      consistsOf: partitions.map((parts) => parts.map(({ key }) => key)),
      ...(absent.length > 0 && {
        partLabels: Object.fromEntries(absent.map((part) => [part.key, say('label', part)])),
      }),
      ...(addsUp(type, planned.declared) && { adds: true as const }),
      ...repeatedBy(planned),
      ...(distributedMeasure(type, plan, planned) ? { distribution: true as const } : {}),
      ...(traceColumn(type, plan, place) && { calls: true as const }),
    }
  })
}

/** What a column's words are found and filled by. */
type Named = Pick<PlannedColumn, 'key' | 'declared' | 'repetition'>

function repeatedBy({ declared, repetition }: PlannedColumn): Pick<ColumnInfo, 'repeated'> {
  const text = repetition?.text
  if (text === undefined) return {}
  return { repeated: { column: declared, value: text, label: String(repetition?.label.value) } }
}

/** Whether a total is the sum of what objects have: not so of means, shares and distincts. */
function addsUp(type: ReportType, key: string): boolean {
  const { value } = type.columns[key]
  if ('plus' in value) return value.plus.every((one) => addsUp(type, one))
  if ('minus' in value) return value.minus.every((one) => addsUp(type, one))
  return 'count' in value || 'sum' in value || 'open' in value
}

/** A repeated part stands for all its repetitions; one repeated as the column is, for the same one. */
function partsOf(
  part: string,
  { column, repetition }: PlannedColumn,
  type: ReportType,
  plan: ColumnPlan
): readonly Named[] {
  const { per } = type.columns[part]
  if (!per) return [{ key: part, declared: part }]
  if (repetition && JSON.stringify(per) === JSON.stringify(column.per)) {
    return [{ key: `${part}_${repetition.suffix}`, declared: part, repetition }]
  }
  return plan.columns.filter(({ declared }) => declared === part)
}
