import { BaseSchema } from '@adonisjs/lucid/schema'
import { json } from '#database/columns'

/** Ids of the measurement objects whose figures the file of a job holds; not known of files that were made before. */
export default class extends BaseSchema {
  async up() {
    this.schema.alterTable('background_jobs', (table) => {
      json(table, 'file_objects').nullable()
    })
  }

  async down() {
    this.schema.alterTable('background_jobs', (table) => {
      table.dropColumn('file_objects')
    })
  }
}
