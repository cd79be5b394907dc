import { BaseSchema } from '@adonisjs/lucid/schema'
import { json } from '#database/columns'

/** Web pages of which origins may read a connector's address; none where nothing is there. */
export default class extends BaseSchema {
  async up() {
    this.schema.alterTable('connectors', (table) => {
      json(table, 'origins').nullable()
    })
  }

  async down() {
    this.schema.alterTable('connectors', (table) => {
      table.dropColumn('origins')
    })
  }
}
