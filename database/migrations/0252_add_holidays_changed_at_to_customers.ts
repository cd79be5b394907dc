import { BaseSchema } from '@adonisjs/lucid/schema'
import { moment } from '#database/columns'

export default class extends BaseSchema {
  async up() {
    this.schema.alterTable('customers', (table) => {
      moment(table, 'holidays_changed_at').nullable()
    })
  }

  async down() {
    this.schema.alterTable('customers', (table) => table.dropColumn('holidays_changed_at'))
  }
}
