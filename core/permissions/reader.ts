import type { Right } from '#core/permissions/right'

/**
 * Who asks, in which customer, and what they may see. Everything that reads takes one, so that no
 * query can be written without it.
 */
export interface Reader {
  customerId: number
  userId: number
  /** What they are in this customer; `operator` where they are nothing of its own. */
  role: 'operator' | 'administrator' | 'user' | 'customerUser'
  /** Runs the installation, whatever they are in this customer. */
  operates?: boolean
  /** How they came: in person, or by a ticket of theirs. */
  via?: 'session' | 'ticket'
  /** The administrator who uses their account to help them, and whether to change things too. */
  actor?: { userId: number; write: boolean }
  /** What they have been given besides their role. */
  rights?: ReadonlySet<Right>
  /**
   * Zone in which they are told moments: their own, what their administrator set, or the customer's.
   * Days and times of reports keep their objects' zones. Undefined where something is made for several.
   */
  zone?: string | undefined
  /** Ids of the measurement objects they may see; null where they see every object of the customer. */
  objectIds: ReadonlySet<number> | null
  /** May open call specifications. */
  callSpecification: boolean
  /** May see personal fields unmasked. */
  personalFields: boolean
}

/** The same without the calls. */
export function withoutCalls(reader: Reader): Reader {
  const rights = new Set(reader.rights)
  rights.delete('specifications.open')
  return { ...reader, rights, callSpecification: false, personalFields: false }
}
