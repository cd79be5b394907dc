import { BaseSchema } from '@adonisjs/lucid/schema'
import { json } from '#database/columns'

/** Ids of the objects in a file that its recipient had access to when it was sent. */
export default class extends BaseSchema {
  async up() {
    this.schema.alterTable('dispatches', (table) => {
      json(table, 'objects').nullable()
    })
  }

  async down() {
    this.schema.alterTable('dispatches', (table) => {
      table.dropColumn('objects')
    })
  }
}
