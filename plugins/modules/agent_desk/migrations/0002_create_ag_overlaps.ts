import { BaseSchema } from '@adonisjs/lucid/schema'
import { customerTable, moment, refersTo } from '#core/contracts/module_table'

/** Times in which somebody was logged on without the page, or had the page without being logged on. */
export default class extends BaseSchema {
  async up() {
    customerTable(this.schema, 'ag_overlaps', (table) => {
      refersTo(table, 'user_id', 'users', 'CASCADE')
      table.string('kind', 16).notNullable()
      moment(table, 'began_at').notNullable()
      moment(table, 'ended_at').nullable()
      // Of who is logged on without the page: when they were reminded.
      moment(table, 'reminded_at').nullable()
    })
  }

  async down() {
    this.schema.dropTable('ag_overlaps')
  }
}
