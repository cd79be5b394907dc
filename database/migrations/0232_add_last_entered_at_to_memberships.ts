import { BaseSchema } from '@adonisjs/lucid/schema'
import { moment } from '#database/columns'

export default class extends BaseSchema {
  async up() {
    this.schema.alterTable('memberships', (table) => {
      moment(table, 'last_entered_at').nullable()
    })
  }

  async down() {
    this.schema.alterTable('memberships', (table) => table.dropColumn('last_entered_at'))
  }
}
