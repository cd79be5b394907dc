import { BaseSchema } from '@adonisjs/lucid/schema'
import { customerTable, refersTo } from '#core/contracts/module_table'

export default class extends BaseSchema {
  async up() {
    customerTable(this.schema, 'boards_defaults', (table) => {
      refersTo(table, 'user_id', 'users', 'CASCADE')
      const board = table.integer('board_id').unsigned().notNullable()
      board.references('boards_boards.id').onDelete('CASCADE').index()
      table.unique(['customer_id', 'user_id'])
    })
  }

  async down() {
    this.schema.dropTable('boards_defaults')
  }
}
