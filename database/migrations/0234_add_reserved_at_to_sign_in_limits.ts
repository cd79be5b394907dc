import { BaseSchema } from '@adonisjs/lucid/schema'
import { moment } from '#database/columns'

export default class extends BaseSchema {
  async up() {
    this.schema.alterTable('sign_in_limits', (table) => {
      moment(table, 'reserved_at').nullable()
    })
  }

  async down() {
    this.schema.alterTable('sign_in_limits', (table) => table.dropColumn('reserved_at'))
  }
}
