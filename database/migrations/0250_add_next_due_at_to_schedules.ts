import { BaseSchema } from '@adonisjs/lucid/schema'
import { moment } from '#database/columns'

export default class extends BaseSchema {
  async up() {
    this.schema.alterTable('saved_report_schedules', (table) => {
      moment(table, 'next_due_at').nullable()
    })
  }

  async down() {
    this.schema.alterTable('saved_report_schedules', (table) => table.dropColumn('next_due_at'))
  }
}
