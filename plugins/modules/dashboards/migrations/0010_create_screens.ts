import { BaseSchema } from '@adonisjs/lucid/schema'
import { customerTable, identifier, json, moment, refersTo } from '#core/contracts/module_table'

export default class extends BaseSchema {
  async up() {
    customerTable(this.schema, 'boards_screens', (table) => {
      // What its device is known by, and nothing else.
      identifier(table, 'subject', 64).notNullable()
      table.string('name', 80).notNullable()
      table.string('place', 120).notNullable()
      table
        .integer('board_id')
        .unsigned()
        .nullable()
        .references('boards_boards.id')
        .onDelete('SET NULL')
        .index()
      // Whose rights its figures have: who chose what it shows.
      refersTo(table, 'shown_by', 'users', 'SET NULL')
      table.string('language', 5).notNullable()
      table.string('engine', 255).notNullable()
      table.string('resolution', 32).notNullable()
      json(table, 'notice').nullable()
      moment(table, 'added_at').notNullable()
      moment(table, 'seen_at').nullable()
    })
  }

  async down() {
    this.schema.dropTable('boards_screens')
  }
}
