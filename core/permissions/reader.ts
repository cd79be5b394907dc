/**
 * Who asks, in which customer, and what they may see. Everything that reads takes one, so that no
 * query can be written without it.
 */
export interface Reader {
  customerId: number
  userId: number
  role: 'administrator' | 'user'
  /** Ids of the measurement objects they may see; null where they see every object of the customer. */
  objectIds: ReadonlySet<number> | null
  /** May open call specifications. */
  callSpecification: boolean
  /** May see personal fields unmasked. */
  personalFields: boolean
}
