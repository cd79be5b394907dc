import { BaseSchema } from '@adonisjs/lucid/schema'

export default class extends BaseSchema {
  async up() {
    this.schema.alterTable('sendings', (table) => {
      table.boolean('large').notNullable().defaultTo(false)
    })
  }

  async down() {
    this.schema.alterTable('sendings', (table) => table.dropColumn('large'))
  }
}
