import { BaseSchema } from '@adonisjs/lucid/schema'
import { identifier, moment } from '#database/columns'

export default class extends BaseSchema {
  async up() {
    this.schema.alterTable('users', (table) => {
      identifier(table, 'mobile', 20).nullable()
      moment(table, 'mobile_confirmed_at').nullable()
      table.string('start_page', 191).nullable()
      table.string('zone', 64).nullable()
    })
  }

  async down() {
    this.schema.alterTable('users', (table) =>
      table.dropColumns('mobile', 'mobile_confirmed_at', 'start_page', 'zone')
    )
  }
}
