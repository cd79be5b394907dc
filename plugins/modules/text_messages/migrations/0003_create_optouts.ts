import { BaseSchema } from '@adonisjs/lucid/schema'
import { customerTable, identifier, moment, refersTo } from '#core/contracts/module_table'

export default class extends BaseSchema {
  async up() {
    customerTable(this.schema, 'sms_optouts', (table) => {
      identifier(table, 'number', 20).notNullable()
      table.string('how', 16).notNullable()
      refersTo(table, 'noted_by_id', 'users', 'SET NULL')
      moment(table, 'at').notNullable()
      table.unique(['customer_id', 'number'])
    })
  }

  async down() {
    this.schema.dropTable('sms_optouts')
  }
}
