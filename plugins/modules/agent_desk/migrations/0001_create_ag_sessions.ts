import { BaseSchema } from '@adonisjs/lucid/schema'
import { customerTable, identifier, moment, refersTo } from '#core/contracts/module_table'

/** Times in which somebody had the page open. */
export default class extends BaseSchema {
  async up() {
    customerTable(this.schema, 'ag_sessions', (table) => {
      refersTo(table, 'user_id', 'users', 'CASCADE')
      // Of the page, which made it up.
      identifier(table, 'key', 64).notNullable().index()
      table.string('device', 16).notNullable()
      moment(table, 'began_at').notNullable()
      moment(table, 'beat_at').notNullable()
      moment(table, 'ended_at').nullable()
      table.string('how', 16).nullable()
    })
  }

  async down() {
    this.schema.dropTable('ag_sessions')
  }
}
