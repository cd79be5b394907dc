import { BaseSchema } from '@adonisjs/lucid/schema'
import { customerTable, identifier } from '#core/contracts/module_table'

/** The queues of an agent; who has none here may log on to all. */
export default class extends BaseSchema {
  async up() {
    customerTable(this.schema, 'ag_queues', (table) => {
      table.integer('agent').unsigned().notNullable().index()
      identifier(table, 'queue').notNullable()
      table.integer('penalty').unsigned().nullable()
    })
  }

  async down() {
    this.schema.dropTable('ag_queues')
  }
}
