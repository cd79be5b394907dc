import { BaseSchema } from '@adonisjs/lucid/schema'

export default class extends BaseSchema {
  async up() {
    this.schema.alterTable('sendings', (table) => {
      table.index(['tell_at'])
    })
  }

  async down() {
    this.schema.alterTable('sendings', (table) => {
      table.dropIndex(['tell_at'])
    })
  }
}
