import { BaseSchema } from '@adonisjs/lucid/schema'
import { customerTable, json, moment, refersTo } from '#core/contracts/module_table'

export default class extends BaseSchema {
  async up() {
    customerTable(this.schema, 'boards_revisions', (table) => {
      const board = table.integer('board_id').unsigned().notNullable()
      board.references('boards_boards.id').onDelete('CASCADE')
      table.integer('revision').unsigned().notNullable()
      json(table, 'document').notNullable()
      table.string('note', 200).notNullable()
      moment(table, 'made_at').notNullable()
      refersTo(table, 'made_by', 'users', 'SET NULL')
      table.unique(['board_id', 'revision'])
    })
  }

  async down() {
    this.schema.dropTable('boards_revisions')
  }
}
