import { BaseSchema } from '@adonisjs/lucid/schema'

export default class extends BaseSchema {
  async up() {
    this.schema.createTable('membership_objects', (table) => {
      table
        .integer('membership_id')
        .unsigned()
        .notNullable()
        .references('memberships.id')
        .onDelete('CASCADE')
      table
        .integer('object_id')
        .unsigned()
        .notNullable()
        .references('measurement_objects.id')
        .onDelete('CASCADE')
      table.primary(['membership_id', 'object_id'])
    })
  }

  async down() {
    this.schema.dropTable('membership_objects')
  }
}
