import { BaseSchema } from '@adonisjs/lucid/schema'

export default class extends BaseSchema {
  async up() {
    this.schema.alterTable('customers', (table) => {
      table.index(['holidays_changed_at'])
    })
  }

  async down() {
    this.schema.alterTable('customers', (table) => {
      table.dropIndex(['holidays_changed_at'])
    })
  }
}
