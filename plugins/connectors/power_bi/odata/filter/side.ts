import type { FeedCondition, FeedType, ValuePart } from '#core/contracts/feed'
import type { ValueKind } from '../tokens.js'

/** A column, or what is taken of it. */
export interface ColumnSide {
  column: string
  name: string
  as?: readonly ValuePart[]
  type: FeedType
}

/** A value as it was written. */
export interface ValueSide {
  value: string | number | boolean | null
  of: ValueKind
}

/** What a side of a comparison is. */
export type Side = ColumnSide | ValueSide | { condition: FeedCondition }

/** Which property a refusal is about, where it is about one. */
export const ofProperty = (side: Side) => ('column' in side ? ` of "${side.name}"` : '')
