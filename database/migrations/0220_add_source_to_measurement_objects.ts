import { BaseSchema } from '@adonisjs/lucid/schema'
import { identifier } from '#database/columns'

export default class extends BaseSchema {
  async up() {
    this.schema.alterTable('measurement_objects', (table) => {
      identifier(table, 'source', 64).nullable()
    })
  }

  async down() {
    this.schema.alterTable('measurement_objects', (table) => table.dropColumn('source'))
  }
}
