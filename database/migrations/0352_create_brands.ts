import { BaseSchema } from '@adonisjs/lucid/schema'
import { bytes, identifier, moment } from '#database/columns'

export default class extends BaseSchema {
  async up() {
    this.schema.createTable('brands', (table) => {
      table.increments('id')
      identifier(table, 'key', 32).notNullable().unique()
      table.string('name', 191).notNullable()
      identifier(table, 'host', 191).nullable().unique()
      table.string('support_email', 191).nullable()
      table.string('support_url', 1000).nullable()
      table.string('colour', 7).nullable()
      table.string('logo_type', 16).nullable()
      bytes(table, 'logo').nullable()
      table.boolean('is_default').notNullable().defaultTo(false)
      moment(table, 'created_at').notNullable()
    })
  }

  async down() {
    this.schema.dropTable('brands')
  }
}
