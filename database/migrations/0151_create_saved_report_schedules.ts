import { BaseSchema } from '@adonisjs/lucid/schema'
import { json, moment } from '#database/columns'

export default class extends BaseSchema {
  async up() {
    this.schema.createTable('saved_report_schedules', (table) => {
      table.increments('id')
      table
        .integer('customer_id')
        .unsigned()
        .notNullable()
        .references('customers.id')
        .onDelete('CASCADE')
      table
        .integer('saved_report_id')
        .unsigned()
        .notNullable()
        .references('saved_reports.id')
        .onDelete('CASCADE')
      table.string('send', 32).notNullable()
      table.string('send_time', 5).notNullable()
      table.string('zone', 64).notNullable()
      table.string('closed_days', 32).notNullable()
      table.string('period', 32).notNullable()
      table.integer('period_count').notNullable().defaultTo(1)
      table.string('grouping', 32).notNullable()
      table.string('interval', 32).notNullable()
      json(table, 'intervals').notNullable()
      table.string('format', 64).notNullable()
      table.boolean('charts').notNullable()
      table.boolean('specification').notNullable()
      table.boolean('column_descriptions').notNullable()
      table.string('time_format', 16).notNullable()
      table.boolean('own_rights').notNullable()
      moment(table, 'created_at').notNullable()
      moment(table, 'updated_at').notNullable()
    })
  }

  async down() {
    this.schema.dropTable('saved_report_schedules')
  }
}
