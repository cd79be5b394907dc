import { BaseSchema } from '@adonisjs/lucid/schema'
import { json } from '#database/columns'

export default class extends BaseSchema {
  async up() {
    this.schema.alterTable('customers', (table) => {
      json(table, 'day_window').nullable()
    })
  }

  async down() {
    this.schema.alterTable('customers', (table) => table.dropColumn('day_window'))
  }
}
