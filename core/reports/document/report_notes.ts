import type { ColumnPlan } from '#core/reports/compile/plan_columns'
import type { PreparedReport } from '#core/reports/prepare_report'

/** Names that a note has room for. */
const NAMES = 12

/**
 * What a reader needs to know to understand the figures, wherever they are shown: what they are of,
 * the limits they were asked with, and the service level's formula where a column depends on it.
 */
export function reportNotes(
  report: PreparedReport,
  plan: ColumnPlan,
  parameters: Readonly<Record<string, readonly number[]>>
): string[] {
  const { words, customer, type } = report
  const shown = new Set(plan.shown.map((place) => plan.columns[place].declared))
  const asked = (parameter: string) =>
    [...shown].some((key) => {
      const { per } = type.columns[key]
      return per && !('field' in per) && ('limits' in per ? per.limits : per.bands) === parameter
    })
  const formulas = plan.columns.flatMap(({ worth }) =>
    'serviceLevel' in worth ? worth.serviceLevel.formula : []
  )
  return [
    contentOf(report),
    ...Object.entries(parameters).flatMap(([key, values]) =>
      values.length && asked(key)
        ? `${words.plugin(`reportTypes.${type.key}.parameters.${key}.label`)}: ${values.join(', ')}`
        : []
    ),
    ...[...new Set(formulas)].map((formula) =>
      words.core(`serviceLevel.${formula}`, { seconds: customer.shortAbandonSeconds })
    ),
  ]
}

function contentOf({ words, chosen, query }: PreparedReport): string {
  const { objects } = chosen
  if (query.objects === 'all') return words.core('content.all', { count: objects.length })
  const names = objects.slice(0, NAMES).map(({ name }) => name)
  const more = objects.length - names.length
  return more > 0
    ? words.core('content.more', { names: names.join(', '), more })
    : words.core('content.some', { names: names.join(', ') })
}
