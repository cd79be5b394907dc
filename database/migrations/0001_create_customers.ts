import { BaseSchema } from '@adonisjs/lucid/schema'
import { identifier, moment } from '#database/columns'

export default class extends BaseSchema {
  async up() {
    this.schema.createTable('customers', (table) => {
      table.increments('id')
      identifier(table, 'slug', 64).notNullable().unique()
      table.string('name', 191).notNullable()
      table.string('zone', 64).notNullable()
      table.string('language', 8).notNullable()
      table.string('edition', 16).notNullable()
      table.string('service_level', 32).notNullable().defaultTo('withForwarded')
      table.integer('short_abandon_seconds').notNullable().defaultTo(5)
      moment(table, 'created_at').notNullable()
    })
  }

  async down() {
    this.schema.dropTable('customers')
  }
}
