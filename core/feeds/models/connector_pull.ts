import { BaseModel, column } from '@adonisjs/lucid/orm'
import type { DateTime } from 'luxon'
import { momentColumn } from '#database/columns'

/** One request to a connector's address, for its owner to see. It holds no token and no figure. */
export default class ConnectorPull extends BaseModel {
  static table = 'connector_pulls'

  @column({ isPrimary: true })
  declare id: number

  @column()
  declare connectorId: number

  @column(momentColumn)
  declare at: DateTime

  /** Below the connector's address, without its query. */
  @column()
  declare path: string

  @column()
  declare status: number

  /** The name that was given with the token, and the program. */
  @column()
  declare by: string

  /** Network address. */
  @column()
  declare address: string

  @column()
  declare milliseconds: number

  @column()
  declare bytes: number
}
