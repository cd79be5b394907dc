import { BaseSchema } from '@adonisjs/lucid/schema'
import { identifier, json, moment } from '#database/columns'

export default class extends BaseSchema {
  async up() {
    this.schema.createTable('background_jobs', (table) => {
      identifier(table, 'id', 36).primary()
      table
        .integer('customer_id')
        .unsigned()
        .notNullable()
        .references('customers.id')
        .onDelete('CASCADE')
      table.integer('user_id').unsigned().notNullable().references('users.id').onDelete('CASCADE')
      table.integer('actor_id').unsigned().nullable().references('users.id').onDelete('CASCADE')
      identifier(table, 'name', 64).notNullable()
      table.string('title', 255).notNullable()
      json(table, 'payload').notNullable()
      identifier(table, 'state', 16).notNullable()
      table.integer('done').unsigned().notNullable().defaultTo(0)
      table.integer('total').unsigned().nullable()
      json(table, 'problem').nullable()
      json(table, 'outcome').nullable()
      table.string('file_path', 255).nullable()
      table.string('file_name', 255).nullable()
      table.string('file_type', 191).nullable()
      table.bigInteger('file_size').unsigned().nullable()
      table.integer('attempts').unsigned().notNullable().defaultTo(0)
      table.boolean('cancel_asked').notNullable().defaultTo(false)
      table.boolean('repeatable').notNullable().defaultTo(true)
      identifier(table, 'worker', 64).nullable()
      moment(table, 'created_at').notNullable()
      moment(table, 'queued_at').notNullable()
      moment(table, 'started_at').nullable()
      moment(table, 'heartbeat_at').nullable()
      moment(table, 'finished_at').nullable()
      table.index(['state', 'heartbeat_at'])
      table.index(['customer_id', 'user_id', 'created_at'])
    })
  }

  async down() {
    this.schema.dropTable('background_jobs')
  }
}
