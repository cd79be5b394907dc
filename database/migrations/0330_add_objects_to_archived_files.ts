import { BaseSchema } from '@adonisjs/lucid/schema'
import { json } from '#database/columns'

/** Ids of the measurement objects whose figures a file holds; not known of files that were made before. */
export default class extends BaseSchema {
  async up() {
    this.schema.alterTable('archived_files', (table) => {
      json(table, 'objects').nullable()
    })
  }

  async down() {
    this.schema.alterTable('archived_files', (table) => {
      table.dropColumn('objects')
    })
  }
}
