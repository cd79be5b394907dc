import { BaseSchema } from '@adonisjs/lucid/schema'

export default class extends BaseSchema {
  async up() {
    this.schema.alterTable('collected_files', (table) => {
      table.string('format', 16).notNullable().defaultTo('platform')
    })
  }

  async down() {
    this.schema.alterTable('collected_files', (table) => table.dropColumn('format'))
  }
}
