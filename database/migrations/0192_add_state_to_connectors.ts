import { BaseSchema } from '@adonisjs/lucid/schema'
import { identifier, moment } from '#database/columns'

export default class extends BaseSchema {
  async up() {
    this.schema.alterTable('connectors', (table) => {
      identifier(table, 'state', 64).nullable()
      moment(table, 'state_at').nullable()
    })
  }

  async down() {
    this.schema.alterTable('connectors', (table) => table.dropColumns('state', 'state_at'))
  }
}
