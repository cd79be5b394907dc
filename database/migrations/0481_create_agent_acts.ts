import { BaseSchema } from '@adonisjs/lucid/schema'
import { identifier, moment } from '#database/columns'

/** What was wished of a platform for an agent, one row for each queue, and what became of it. */
export default class extends BaseSchema {
  async up() {
    this.schema.createTable('agent_acts', (table) => {
      table.increments('id')
      const refers = (column: string, target: string) =>
        table.integer(column).unsigned().references(`${target}.id`).index()
      refers('customer_id', 'customers').notNullable().onDelete('CASCADE')
      refers('point_id', 'collection_points').notNullable().onDelete('CASCADE')
      refers('by_user_id', 'users').nullable().onDelete('SET NULL')
      identifier(table, 'key', 64).notNullable()
      table.string('name', 16).notNullable()
      identifier(table, 'object_type', 64).notNullable()
      identifier(table, 'identifier').notNullable()
      // Empty where it is for all queues of the person.
      identifier(table, 'queue').notNullable()
      table.string('reason', 191).nullable()
      table.string('device', 191).nullable()
      table.integer('penalty').unsigned().nullable()
      table.string('by_kind', 16).notNullable()
      table.string('state', 16).notNullable().index()
      table.string('code', 32).nullable()
      table.text('detail').nullable()
      moment(table, 'asked_at').notNullable()
      moment(table, 'handed_at').nullable()
      moment(table, 'ended_at').nullable()
      table.unique(['customer_id', 'key', 'queue'])
      table.index(['point_id', 'identifier', 'asked_at'])
    })
  }

  async down() {
    this.schema.dropTable('agent_acts')
  }
}
