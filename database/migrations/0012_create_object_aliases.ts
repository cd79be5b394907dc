import { BaseSchema } from '@adonisjs/lucid/schema'
import { identifier, moment } from '#database/columns'

export default class extends BaseSchema {
  async up() {
    this.schema.createTable('object_aliases', (table) => {
      table.increments('id')
      table
        .integer('object_id')
        .unsigned()
        .notNullable()
        .references('measurement_objects.id')
        .onDelete('CASCADE')
      identifier(table, 'identifier', 191).notNullable()
      moment(table, 'from_at').nullable()
      moment(table, 'to_at').nullable()
      table.string('origin', 16).notNullable().defaultTo('manual')
      table.index(['object_id', 'identifier'])
    })
  }

  async down() {
    this.schema.dropTable('object_aliases')
  }
}
