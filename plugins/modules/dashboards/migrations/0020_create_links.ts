import { BaseSchema } from '@adonisjs/lucid/schema'
import { customerTable, identifier, json, moment, refersTo } from '#core/contracts/module_table'

export default class extends BaseSchema {
  async up() {
    customerTable(this.schema, 'boards_links', (table) => {
      const board = table.integer('board_id').unsigned().notNullable()
      board.references('boards_boards.id').onDelete('CASCADE').index()
      // What its address is known by. The address alone opens nothing.
      identifier(table, 'subject', 64).notNullable()
      table.text('address').notNullable()
      // What stands behind # in the address, which no log of a server holds: only its hash is kept.
      identifier(table, 'secret_hash', 64).notNullable()
      table.string('hint', 4).notNullable()
      table.string('password_hash', 255).nullable()
      table.string('name', 120).notNullable()
      table.boolean('enabled').notNullable()
      moment(table, 'ends_at').nullable()
      json(table, 'networks').notNullable()
      json(table, 'hosts').notNullable()
      table.boolean('names').notNullable()
      table.string('language', 5).notNullable()
      // Which version is shown, as it was then.
      table.integer('revision').unsigned().notNullable()
      json(table, 'frozen').notNullable()
      // Whose rights its figures have.
      refersTo(table, 'published_by', 'users', 'SET NULL')
      // Why it shows nothing for now, where nobody has switched it off.
      table.string('paused', 32).nullable()
      moment(table, 'made_at').notNullable()
      moment(table, 'rotated_at').nullable()
    })
  }

  async down() {
    this.schema.dropTable('boards_links')
  }
}
