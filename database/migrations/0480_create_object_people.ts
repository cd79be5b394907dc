import { BaseSchema } from '@adonisjs/lucid/schema'
import { identifier, moment } from '#database/columns'

/** Which measurement object a person is, from when until when. */
export default class extends BaseSchema {
  async up() {
    this.schema.createTable('object_people', (table) => {
      table.increments('id')
      const refers = (column: string, target: string) =>
        table
          .integer(column)
          .unsigned()
          .notNullable()
          .references(`${target}.id`)
          .onDelete('CASCADE')
          .index()
      refers('customer_id', 'customers')
      refers('user_id', 'users')
      refers('point_id', 'collection_points')
      identifier(table, 'object_type', 64).notNullable()
      identifier(table, 'identifier').notNullable()
      // The telephone that calls go to, where the platform must be told.
      table.string('device', 191).nullable()
      moment(table, 'from_at').notNullable()
      moment(table, 'until_at').nullable()
    })
  }

  async down() {
    this.schema.dropTable('object_people')
  }
}
