import { BaseSchema } from '@adonisjs/lucid/schema'

export default class extends BaseSchema {
  async up() {
    this.schema.alterTable('background_jobs', (table) => {
      table.index(['state', 'finished_at'])
    })
  }

  async down() {
    this.schema.alterTable('background_jobs', (table) => {
      table.dropIndex(['state', 'finished_at'])
    })
  }
}
