import { BaseSchema } from '@adonisjs/lucid/schema'
import { moment } from '#database/columns'

export default class extends BaseSchema {
  async up() {
    this.schema.createTable('connector_pulls', (table) => {
      table.bigIncrements('id')
      table
        .integer('connector_id')
        .unsigned()
        .notNullable()
        .references('connectors.id')
        .onDelete('CASCADE')
      moment(table, 'at').notNullable()
      table.string('path', 191).notNullable()
      table.integer('status').unsigned().notNullable()
      table.string('by', 191).notNullable()
      table.string('address', 64).notNullable()
      table.integer('milliseconds').unsigned().notNullable()
      table.bigInteger('bytes').unsigned().notNullable()
      table.index(['connector_id', 'at'])
    })
  }

  async down() {
    this.schema.dropTable('connector_pulls')
  }
}
