import { BaseSchema } from '@adonisjs/lucid/schema'
import { identifier, json, moment } from '#database/columns'

export default class extends BaseSchema {
  async up() {
    this.schema.createTable('notifications', (table) => {
      identifier(table, 'id', 36).primary()
      table
        .integer('customer_id')
        .unsigned()
        .notNullable()
        .references('customers.id')
        .onDelete('CASCADE')
      table
        .integer('point_id')
        .unsigned()
        .notNullable()
        .references('collection_points.id')
        .onDelete('CASCADE')
      table.integer('user_id').unsigned().notNullable().references('users.id').onDelete('CASCADE')
      identifier(table, 'source', 64).notNullable()
      identifier(table, 'event', 64).notNullable()
      identifier(table, 'occasion', 64).notNullable()
      json(table, 'fields').nullable()
      identifier(table, 'state', 16).notNullable()
      table.integer('attempts').unsigned().notNullable().defaultTo(0)
      moment(table, 'next_try_at').notNullable()
      json(table, 'problem').nullable()
      identifier(table, 'message_id', 36).nullable()
      identifier(table, 'worker', 64).nullable()
      moment(table, 'heartbeat_at').nullable()
      moment(table, 'noted_at').notNullable()
      moment(table, 'state_at').notNullable()
      table.unique(['point_id', 'occasion', 'user_id'])
      table.index(['state', 'next_try_at'])
      table.index(['noted_at'])
    })
  }

  async down() {
    this.schema.dropTable('notifications')
  }
}
