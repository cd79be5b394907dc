import { BaseModel, column } from '@adonisjs/lucid/orm'
import type { DateTime } from 'luxon'
import type { Right } from '#core/permissions/right'
import { flagColumn, jsonColumn, momentColumn } from '#database/columns'

/**
 * An offer to become a member of a customer, made to an email address. Nobody is a member before they
 * have accepted. Only the hash of its token is kept.
 */
export default class MembershipInvitation extends BaseModel {
  static table = 'membership_invitations'

  @column({ isPrimary: true })
  declare id: number

  @column()
  declare customerId: number

  /** As the inviting customer typed it, in lower case. */
  @column()
  declare email: string

  /** What the inviting customer calls the person; may be empty. */
  @column()
  declare name: string

  @column()
  declare language: string

  /** Of the person's moments in the customer; null for the customer's. */
  @column()
  declare zone: string | null

  @column()
  declare role: 'administrator' | 'user' | 'customerUser'

  @column(flagColumn)
  declare seesEverything: boolean

  @column(momentColumn)
  declare seesEverythingUntil: DateTime | null

  @column(flagColumn)
  declare callSpecification: boolean

  /** Without `specifications.open`, which is `callSpecification`. */
  @column(jsonColumn)
  declare rights: Right[]

  /** Ids of the objects, groups and collection points that are given with it. */
  @column(jsonColumn)
  declare assignment: { objects: number[]; groups: number[]; points: number[] }

  /** Made by an operator: valid only while the customer has no administrator. */
  @column(flagColumn)
  declare byOperator: boolean

  @column({ serializeAs: null })
  declare tokenHash: string

  @column(momentColumn)
  declare createdAt: DateTime

  @column(momentColumn)
  declare expiresAt: DateTime
}
