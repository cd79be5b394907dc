import { BaseSchema } from '@adonisjs/lucid/schema'
import { moment } from '#database/columns'

export default class extends BaseSchema {
  async up() {
    this.schema.alterTable('collected_files', (table) => {
      moment(table, 'last_at').nullable()
    })
  }

  async down() {
    this.schema.alterTable('collected_files', (table) => table.dropColumn('last_at'))
  }
}
