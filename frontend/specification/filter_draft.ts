import type { CallFilters } from '../api/call_filters.js'
import type { SpecificationField } from '../api/report_type.js'

/** What is typed or picked for one field. */
export interface FieldDraft {
  /** A part of a text, a number, or an object's name. */
  text: string
  /** Of a choice. */
  chosen: string[]
  flag: 'all' | 'yes' | 'no'
  /** Edges of a number or of seconds, both inclusive, as typed. */
  from: string
  to: string
}
export type FilterDraft = Record<string, FieldDraft>

/** How a field is filtered by; null where it is not. */
export function filterKind({
  type,
}: SpecificationField): 'text' | 'choice' | 'flag' | 'range' | null {
  switch (type) {
    case 'text':
    case 'phone':
    case 'object':
      return 'text'
    case 'choice':
    case 'flag':
      return type
    case 'number':
    case 'seconds':
      return 'range'
    default:
      return null
  }
}

export const emptyFilters = (fields: readonly SpecificationField[]): FilterDraft =>
  Object.fromEntries(
    fields.map(({ field }) => [field, { text: '', chosen: [], flag: 'all', from: '', to: '' }])
  )

/** Whether an edge is a whole number, or none. */
export const isEdge = (text: string) => /^\s*\d{0,9}\s*$/.test(text)

/** The filters that a draft amounts to; fields that nothing is asked of are left out. */
export function toFilters(fields: readonly SpecificationField[], draft: FilterDraft): CallFilters {
  const filters: CallFilters = {}
  for (const field of fields) {
    const wish = draft[field.field]
    const filter = wish && filterOf(field, wish)
    if (filter) filters[field.field] = filter
  }
  return filters
}

function filterOf(field: SpecificationField, wish: FieldDraft): CallFilters[string] | undefined {
  switch (filterKind(field)) {
    case 'text':
      return wish.text.trim() ? { contains: wish.text.trim() } : undefined
    case 'choice':
      return wish.chosen.length ? { is: [...wish.chosen] } : undefined
    case 'flag':
      return wish.flag === 'all' ? undefined : { is: wish.flag === 'yes' }
    case 'range':
      return range(wish)
    default:
      return undefined
  }
}

function range({ from, to }: FieldDraft) {
  const edge = (text: string) => (text.trim() && isEdge(text) ? Number(text) : undefined)
  const edges = { from: edge(from), to: edge(to) }
  if (edges.from === undefined && edges.to === undefined) return undefined
  return Object.fromEntries(Object.entries(edges).filter(([, value]) => value !== undefined))
}
