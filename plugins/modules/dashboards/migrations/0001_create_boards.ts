import { BaseSchema } from '@adonisjs/lucid/schema'
import { customerTable, json, moment, refersTo } from '#core/contracts/module_table'

export default class extends BaseSchema {
  async up() {
    customerTable(this.schema, 'boards_boards', (table) => {
      refersTo(table, 'owner_id', 'users', 'SET NULL')
      table.string('name', 120).notNullable()
      table.text('description').notNullable()
      table.boolean('shared').notNullable()
      table.boolean('standard').notNullable()
      // Grows with every change, so that of two people who change the same board one is told.
      table.integer('revision').unsigned().notNullable()
      // What others see: a revision that is kept.
      table.integer('published').unsigned().notNullable()
      json(table, 'draft').nullable()
      moment(table, 'made_at').notNullable()
      moment(table, 'changed_at').notNullable()
      refersTo(table, 'changed_by', 'users', 'SET NULL')
    })
  }

  async down() {
    this.schema.dropTable('boards_boards')
  }
}
