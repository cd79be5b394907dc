import { BaseSchema } from '@adonisjs/lucid/schema'
import { identifier } from '#database/columns'

export default class extends BaseSchema {
  async up() {
    this.schema.createTable('audit_chains', (table) => {
      table.integer('customer_id').unsigned().notNullable().primary()
      table.integer('position').unsigned().notNullable()
      identifier(table, 'hash', 64).notNullable()
    })
  }

  async down() {
    this.schema.dropTable('audit_chains')
  }
}
