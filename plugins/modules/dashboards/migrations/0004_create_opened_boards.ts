import { BaseSchema } from '@adonisjs/lucid/schema'
import { customerTable, moment, refersTo } from '#core/contracts/module_table'

export default class extends BaseSchema {
  async up() {
    customerTable(this.schema, 'boards_opened', (table) => {
      refersTo(table, 'user_id', 'users', 'CASCADE')
      const board = table.integer('board_id').unsigned().notNullable()
      board.references('boards_boards.id').onDelete('CASCADE')
      moment(table, 'at').notNullable()
      table.integer('times').unsigned().notNullable()
      table.unique(['board_id', 'user_id'])
    })
  }

  async down() {
    this.schema.dropTable('boards_opened')
  }
}
