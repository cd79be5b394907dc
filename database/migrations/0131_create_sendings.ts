import { BaseSchema } from '@adonisjs/lucid/schema'
import { identifier, json, moment } from '#database/columns'

export default class extends BaseSchema {
  async up() {
    this.schema.createTable('sendings', (table) => {
      table.increments('id')
      table
        .integer('customer_id')
        .unsigned()
        .notNullable()
        .references('customers.id')
        .onDelete('CASCADE')
      // What it is of may go; what was sent stays told.
      table.integer('saved_report_id').unsigned().nullable().index()
      table.integer('schedule_id').unsigned().nullable()
      table.integer('owner_id').unsigned().nullable()
      table.integer('asked_by').unsigned().nullable()
      identifier(table, 'occasion', 64).notNullable()
      moment(table, 'due_at').notNullable()
      table.string('title', 255).notNullable()
      table.string('locale', 8).notNullable()
      table.string('on_date', 10).nullable()
      table.string('from_date', 10).nullable()
      table.string('to_date', 10).nullable()
      json(table, 'message').nullable()
      identifier(table, 'state', 16).notNullable()
      table.integer('attempts').unsigned().notNullable().defaultTo(0)
      moment(table, 'next_try_at').notNullable()
      json(table, 'problem').nullable()
      identifier(table, 'worker', 64).nullable()
      moment(table, 'heartbeat_at').nullable()
      moment(table, 'tell_at').nullable()
      moment(table, 'planned_at').notNullable()
      moment(table, 'made_at').nullable()
      table.unique(['occasion', 'due_at'])
      table.index(['state', 'next_try_at'])
      table.index(['customer_id', 'due_at'])
    })
  }

  async down() {
    this.schema.dropTable('sendings')
  }
}
