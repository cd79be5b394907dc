import type { Row } from '#core/contracts/scalar'

/** What one call record says of one leg: a telephone's channel in one call. Times are in milliseconds. */
export type LegPart = {
  /** Tells this record from the others of the same leg. */
  record: string
  began: number
  ended: number
  outcome: string
  ring: number | null
  talk: number | null
  /** The other side is a Local channel, which says nothing of who is behind it. */
  viaLocal: boolean
  internal: boolean
  /** What else the fact holds. */
  fields: Row
}
