import { BaseSchema } from '@adonisjs/lucid/schema'
import { identifier } from '#database/columns'

/** Key of the report type that a file is of; not known of files that were made before. */
export default class extends BaseSchema {
  async up() {
    this.schema.alterTable('archived_files', (table) => {
      identifier(table, 'report').nullable()
    })
  }

  async down() {
    this.schema.alterTable('archived_files', (table) => {
      table.dropColumn('report')
    })
  }
}
