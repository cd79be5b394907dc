import { BaseSchema } from '@adonisjs/lucid/schema'
import { moment } from '#database/columns'

export default class extends BaseSchema {
  async up() {
    this.schema.alterTable('memberships', (table) => {
      moment(table, 'sees_everything_until').nullable()
    })
  }

  async down() {
    this.schema.alterTable('memberships', (table) => table.dropColumn('sees_everything_until'))
  }
}
