import type { ReportType } from '#core/contracts/report_type'
import { invalidParameter, unknownParameter } from '#core/reports/errors'

const MOST = 10

/**
 * The parameters of a report: as asked, else as declared; ascending and each value once. An empty
 * list leaves out the columns that are repeated by it.
 *
 * @throws E_UNKNOWN_PARAMETER, E_INVALID_PARAMETER
 */
export function reportParameters(
  type: ReportType,
  asked: Readonly<Record<string, readonly number[]>>
): Record<string, readonly number[]> {
  const declared = type.parameters ?? {}
  for (const name of Object.keys(asked)) {
    if (!Object.hasOwn(declared, name)) throw unknownParameter(name, Object.keys(declared))
  }
  return Object.fromEntries(
    Object.entries(declared).map(([name, parameter]) => [
      name,
      Object.hasOwn(asked, name) ? checked(name, asked[name]) : parameter.default,
    ])
  )
}

function checked(name: string, asked: readonly number[]) {
  const values = [...new Set(asked)].sort((a, b) => a - b)
  const fits = values.every((value) => Number.isSafeInteger(value) && value > 0)
  if (!fits || values.length > MOST) throw invalidParameter(name)
  return values
}
