import { BaseSchema } from '@adonisjs/lucid/schema'

export default class extends BaseSchema {
  async up() {
    this.schema.alterTable('customers', (table) => {
      table.integer('brand_id').unsigned().nullable().index()
    })
  }

  async down() {
    this.schema.alterTable('customers', (table) => table.dropColumn('brand_id'))
  }
}
