import type { Condition } from '#core/contracts/column'
import type { Row, Scalar } from '#core/contracts/scalar'

/** Whether a condition of a declaration holds of an event's fields, as it would of its fact. */
export function holds(condition: Condition, fields: Row): boolean {
  if ('not' in condition) return !holds(condition.not, fields)
  if ('every' in condition) return condition.every.every((each) => holds(each, fields))
  if ('some' in condition) return condition.some.some((each) => holds(each, fields))
  const value = fields[condition.field] ?? null
  if ('is' in condition) return oneOf(condition.is, value)
  if (value === null) return false
  if ('contains' in condition) {
    return String(value).toLowerCase().includes(condition.contains.toLowerCase())
  }
  const { from = -Infinity, to = Infinity } = condition
  return Number(value) >= Number(from) && Number(value) <= Number(to)
}

function oneOf(is: Scalar | readonly Scalar[], value: Scalar): boolean {
  const asked = Array.isArray(is) ? (is as readonly Scalar[]) : [is as Scalar]
  return asked.some((one) => one === value)
}
