import { BaseSchema } from '@adonisjs/lucid/schema'

export default class extends BaseSchema {
  async up() {
    this.schema.alterTable('saved_report_schedules', (table) => {
      table.index(['next_due_at'])
    })
  }

  async down() {
    this.schema.alterTable('saved_report_schedules', (table) => {
      table.dropIndex(['next_due_at'])
    })
  }
}
