import { join } from 'node:path'
import { BaseModel, column } from '@adonisjs/lucid/orm'
import type { DateTime } from 'luxon'
import { storageFolder } from '#config/storage'
import { flagColumn, momentColumn } from '#database/columns'

/** A file that somebody added to an errand. */
export default class ErrandDocument extends BaseModel {
  static table = 'errand_documents'
  static selfAssignPrimaryKey = true

  @column({ isPrimary: true })
  declare id: string

  @column()
  declare customerId: number

  @column()
  declare objectId: number

  @column()
  declare errand: string

  @column()
  declare name: string

  @column()
  declare contentType: string

  /** In bytes. */
  @column()
  declare size: number

  /** Not shown to customer users. */
  @column(flagColumn)
  declare internal: boolean

  @column()
  declare userId: number | null

  @column()
  declare author: string

  @column(momentColumn)
  declare addedAt: DateTime

  /** Where its content is stored. */
  get path(): string {
    return join(storageFolder('errand_documents', String(this.customerId)), this.id)
  }
}
