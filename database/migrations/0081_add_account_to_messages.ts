import { BaseSchema } from '@adonisjs/lucid/schema'

export default class extends BaseSchema {
  async up() {
    this.schema.alterTable('messages', (table) => {
      table.integer('account_id').unsigned().nullable()
    })
  }

  async down() {
    this.schema.alterTable('messages', (table) => {
      table.dropColumn('account_id')
    })
  }
}
