import { BaseSchema } from '@adonisjs/lucid/schema'
import { moment } from '#database/columns'

export default class extends BaseSchema {
  async up() {
    this.schema.alterTable('collection_points', (table) => {
      moment(table, 'unkept_last_at').nullable()
    })
  }

  async down() {
    this.schema.alterTable('collection_points', (table) => table.dropColumn('unkept_last_at'))
  }
}
