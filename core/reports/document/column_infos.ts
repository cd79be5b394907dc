import type { ReportType } from '#core/contracts/report_type'
import type { ColumnInfo } from '#core/contracts/report_document'
import type { ColumnPlan, PlannedColumn } from '#core/reports/compile/plan_columns'
import { distributedMeasure } from '#core/reports/compile/distributed_measure'
import type { ReportWords } from '#core/reports/document/report_words'

/** The measured columns that are shown, with labels, descriptions, and what they consist of by the keys of this document. */
export function columnInfos(type: ReportType, plan: ColumnPlan, words: ReportWords): ColumnInfo[] {
  return plan.shown.map((place) => {
    const planned = plan.columns[place]
    const path = `reportTypes.${type.key}.columns.${planned.declared}`
    return {
      key: planned.key,
      label: filled(words.plugin(`${path}.label`), planned),
      description: filled(words.plugin(`${path}.description`), planned),
      unit: planned.column.unit,
      consistsOf: (planned.column.consistsOf ?? [])
        .map((parts) => parts.flatMap((part) => partKeys(part, planned, type, plan)))
        .filter((parts) => parts.length > 0),
      ...repeatedBy(planned),
      ...(distributedMeasure(type, plan, planned) ? { distribution: true as const } : {}),
    }
  })
}

function repeatedBy({ declared, repetition }: PlannedColumn): Pick<ColumnInfo, 'repeated'> {
  const text = repetition?.text
  if (text === undefined) return {}
  return { repeated: { column: declared, value: text, label: String(repetition?.label.value) } }
}

/** A repeated part stands for all its repetitions; one repeated as the column is, for the same one. */
function partKeys(
  part: string,
  { column, repetition }: PlannedColumn,
  type: ReportType,
  plan: ColumnPlan
): string[] {
  const { per } = type.columns[part]
  if (!per) return [part]
  if (repetition && JSON.stringify(per) === JSON.stringify(column.per)) {
    return [`${part}_${repetition.suffix}`]
  }
  return plan.columns.filter(({ declared }) => declared === part).map(({ key }) => key)
}

const filled = (text: string, { repetition }: PlannedColumn) =>
  text.replace(/\{(limit|from|to|value)\}/g, (whole, name: string) =>
    repetition && name in repetition.label ? String(repetition.label[name]) : whole
  )
