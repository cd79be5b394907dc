import { BaseSchema } from '@adonisjs/lucid/schema'
import { identifier } from '#database/columns'

export default class extends BaseSchema {
  async up() {
    this.schema.createTable('membership_rights', (table) => {
      table
        .integer('membership_id')
        .unsigned()
        .notNullable()
        .references('memberships.id')
        .onDelete('CASCADE')
      identifier(table, 'right', 64).notNullable()
      table.primary(['membership_id', 'right'])
    })
  }

  async down() {
    this.schema.dropTable('membership_rights')
  }
}
