import { BaseSchema } from '@adonisjs/lucid/schema'
import { identifier } from '#database/columns'

export default class extends BaseSchema {
  async up() {
    this.schema.createTable('taken_files', (table) => {
      table
        .integer('point_id')
        .unsigned()
        .notNullable()
        .references('collection_points.id')
        .onDelete('CASCADE')
      // By its hash: names may be longer than an index takes.
      identifier(table, 'name_hash', 64).notNullable()
      table.string('name', 255).notNullable()
      identifier(table, 'state').notNullable()
      table.primary(['point_id', 'name_hash'])
    })
  }

  async down() {
    this.schema.dropTable('taken_files')
  }
}
