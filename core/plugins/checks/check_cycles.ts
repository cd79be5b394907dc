import type { ReportType } from '#core/contracts/report_type'
import { builtOn } from '#core/plugins/checks/column_place'
import { inColumn } from '#core/plugins/checks/sentence'

/** Whether any column is worked out from itself by way of others. */
export function checkCycles(type: ReportType): string[] {
  const done = new Set<string>()
  const problems: string[] = []

  const follow = (key: string, way: readonly string[]) => {
    const begun = way.indexOf(key)
    if (begun >= 0) {
      const circle = [...way.slice(begun), key].join(' → ')
      problems.push(`${inColumn(type.key, key)}: it is worked out from itself: ${circle}.`)
      return
    }
    const column = type.columns[key]
    if (done.has(key) || !column) return
    for (const next of builtOn(column.value)) follow(next, [...way, key])
    done.add(key)
  }

  for (const key of Object.keys(type.columns)) follow(key, [])
  return problems
}
