import { NONE, OTHER } from '#core/reports/compile/event_query'
import type { TableInput } from '#core/reports/table_input'

/** A part of an object as rows name it: its key, its name, and its place by name. */
export interface PartName {
  key: string | null
  name: string
  rank: number
}

type RawPart = string | number | null

/** The parts that rows have, by name; then what the reader may not see, together; then what has none. */
export function partNames(
  { report, breakdown }: TableInput,
  rows: readonly { part?: RawPart }[]
): ReadonlyMap<RawPart, PartName> {
  const { catalogue, words, type, reader } = report
  const event = Object.values(type.events).find((one) => Object.hasOwn(one.fields, breakdown!))!
  const field = event.fields[breakdown!]
  const isObject = field.type === 'object'
  const hidden = Boolean(field.personal) && !reader.personalFields

  const describe = (raw: RawPart): Omit<PartName, 'rank'> & { last: number } => {
    if (raw === null || (isObject && raw === NONE)) {
      return { key: null, name: words.core('none'), last: 2 }
    }
    if (hidden || (isObject && raw === OTHER)) {
      return { key: 'other', name: words.core('other'), last: 1 }
    }
    if (isObject) {
      const object = catalogue.object(Number(raw))!
      return { key: catalogue.address(object), name: object.name, last: 0 }
    }
    return { key: String(raw), name: labelOf(String(raw)), last: 0 }
  }
  const labelOf = (value: string) => {
    if (field.type === 'flag') return words.core(value === 'true' ? 'yes' : 'no')
    if (field.type !== 'choice' || !Object.hasOwn(field.choices, value)) return value
    return words.plugin(`events.${event.key}.fields.${breakdown}.choices.${value}`)
  }

  const { compare } = new Intl.Collator(words.locale, { numeric: true })
  const found = [...new Set(rows.map(({ part }) => part ?? null))].map((raw) => ({
    raw,
    ...describe(raw),
  }))
  found.sort((a, b) => a.last - b.last || compare(a.name, b.name))
  return new Map(found.map(({ raw, key, name }, rank) => [raw, { key, name, rank }]))
}
