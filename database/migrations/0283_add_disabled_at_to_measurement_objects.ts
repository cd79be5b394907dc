import { BaseSchema } from '@adonisjs/lucid/schema'
import { moment } from '#database/columns'

export default class extends BaseSchema {
  async up() {
    this.schema.alterTable('measurement_objects', (table) => {
      moment(table, 'disabled_at').nullable()
    })
  }

  async down() {
    this.schema.alterTable('measurement_objects', (table) => table.dropColumn('disabled_at'))
  }
}
