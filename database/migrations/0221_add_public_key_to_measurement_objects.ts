import { BaseSchema } from '@adonisjs/lucid/schema'
import { identifier } from '#database/columns'

export default class extends BaseSchema {
  async up() {
    this.schema.alterTable('measurement_objects', (table) => {
      // A point's name, a colon and an identifier, with room for a number behind.
      identifier(table, 'public_key', 300).nullable()
    })
  }

  async down() {
    this.schema.alterTable('measurement_objects', (table) => table.dropColumn('public_key'))
  }
}
