import type { EventSchema, Field } from '#core/contracts/event'
import type { Scalar } from '#core/contracts/scalar'
import type { Measure } from '#core/reports/compile/measure'

/** How values of facts are shown to this reader. */
export interface ValueWords {
  /** A moment in milliseconds, as ISO 8601 on the local clock. */
  moment(at: number): string
  /** An object by its ordinal. */
  object(ordinal: number): string
  choice(event: EventSchema, field: string, choice: string): string
  flag(value: boolean): string
  /** A personal value as this reader may see it. */
  personal(value: string, type: Field['type']): string
}

/** What an aggregate of SQL is as the value of a column. */
export function readMeasure(
  measure: Measure,
  event: EventSchema,
  words: ValueWords
): (raw: Scalar) => Scalar {
  const { word } = measure
  if (word === 'count' || word === 'open' || word === 'distinct') return (raw) => Number(raw)
  const name = measure.field!
  const field = event.fields[name]
  if (word === 'mean') return number
  if (word === 'sum') {
    return field.type === 'decimal' ? (raw) => String(raw ?? '0') : (raw) => Number(raw ?? 0)
  }
  const read = reader(event, name, words)
  return (raw) => (raw === null ? null : read(raw))
}

/** A mean of nothing is NaN where its field cannot be null. */
const number = (raw: Scalar) => (raw === null || Number.isNaN(Number(raw)) ? null : Number(raw))

function reader(event: EventSchema, name: string, words: ValueWords): (raw: Scalar) => Scalar {
  const field = event.fields[name]
  switch (field.type) {
    case 'seconds':
    case 'number':
      return number
    case 'time':
      return (raw) => words.moment(Number(raw))
    case 'object':
      return (raw) => words.object(Number(raw))
    case 'choice':
      return (raw) => words.choice(event, name, String(raw))
    case 'flag':
      return (raw) => words.flag(raw === true || raw === 1)
    default:
      return field.personal
        ? (raw) => words.personal(String(raw), field.type)
        : (raw) => String(raw)
  }
}
