import { BaseSchema } from '@adonisjs/lucid/schema'

export default class extends BaseSchema {
  async up() {
    this.schema.createTable('object_group_members', (table) => {
      table
        .integer('group_id')
        .unsigned()
        .notNullable()
        .references('object_groups.id')
        .onDelete('CASCADE')
      table
        .integer('object_id')
        .unsigned()
        .notNullable()
        .references('measurement_objects.id')
        .onDelete('CASCADE')
      table.string('origin', 16).notNullable().defaultTo('manual')
      table.primary(['group_id', 'object_id'])
    })
  }

  async down() {
    this.schema.dropTable('object_group_members')
  }
}
