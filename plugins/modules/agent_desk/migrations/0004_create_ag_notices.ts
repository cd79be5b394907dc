import { BaseSchema } from '@adonisjs/lucid/schema'
import { customerTable, moment, refersTo } from '#core/contracts/module_table'

/** What others have done for an agent, until the agent has seen it. */
export default class extends BaseSchema {
  async up() {
    customerTable(this.schema, 'ag_notices', (table) => {
      refersTo(table, 'user_id', 'users', 'CASCADE')
      refersTo(table, 'by_user_id', 'users', 'SET NULL')
      table.string('name', 16).notNullable()
      table.text('queues').notNullable()
      table.text('reason').notNullable()
      moment(table, 'made_at').notNullable()
      moment(table, 'seen_at').nullable()
    })
  }

  async down() {
    this.schema.dropTable('ag_notices')
  }
}
