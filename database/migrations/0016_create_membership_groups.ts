import { BaseSchema } from '@adonisjs/lucid/schema'

export default class extends BaseSchema {
  async up() {
    this.schema.createTable('membership_groups', (table) => {
      table
        .integer('membership_id')
        .unsigned()
        .notNullable()
        .references('memberships.id')
        .onDelete('CASCADE')
      table
        .integer('group_id')
        .unsigned()
        .notNullable()
        .references('object_groups.id')
        .onDelete('CASCADE')
      table.primary(['membership_id', 'group_id'])
    })
  }

  async down() {
    this.schema.dropTable('membership_groups')
  }
}
