import { BaseSchema } from '@adonisjs/lucid/schema'
import { identifier } from '#database/columns'

export default class extends BaseSchema {
  async up() {
    this.schema.alterTable('background_jobs', (table) => {
      identifier(table, 'lane', 16).notNullable().defaultTo('exports')
    })
  }

  async down() {
    this.schema.alterTable('background_jobs', (table) => table.dropColumn('lane'))
  }
}
