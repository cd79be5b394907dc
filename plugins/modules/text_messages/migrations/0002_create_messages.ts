import { BaseSchema } from '@adonisjs/lucid/schema'
import { customerTable, identifier, moment, refersTo } from '#core/contracts/module_table'

/** A row per recipient: what became of each stands here, and nowhere else. */
export default class extends BaseSchema {
  async up() {
    customerTable(this.schema, 'sms_messages', (table) => {
      table
        .integer('sending_id')
        .unsigned()
        .nullable()
        .references('sms_sendings.id')
        .onDelete('CASCADE')
      identifier(table, 'own_id', 36).notNullable()
      identifier(table, 'number', 20).notNullable()
      table.string('sender', 16).notNullable()
      table.text('text').nullable()
      table.string('encoding', 8).notNullable()
      table.integer('parts').unsigned().notNullable()
      table.string('state', 16).notNullable()
      table.string('skip_reason', 24).nullable()
      table.string('problem', 255).nullable()
      table.string('code', 64).nullable()
      table.string('idx', 191).nullable()
      table.string('via', 8).notNullable()
      refersTo(table, 'login_id', 'users', 'SET NULL')
      table.integer('attempts').unsigned().notNullable()
      moment(table, 'due_at').notNullable()
      moment(table, 'expires_at').nullable()
      table.string('worker', 36).nullable()
      moment(table, 'claimed_at').nullable()
      identifier(table, 'reference').nullable()
      table.string('price', 32).nullable()
      table.string('unit', 16).nullable()
      identifier(table, 'untold', 36).nullable()
      moment(table, 'created_at').notNullable()
      moment(table, 'handed_at').nullable()
      moment(table, 'settled_at').nullable()
      table.unique(['sending_id', 'number'])
      table.index(['customer_id', 'sending_id', 'state', 'due_at'])
      table.index(['customer_id', 'reference'])
      table.index(['customer_id', 'own_id'])
      table.index(['customer_id', 'created_at'])
      table.index(['customer_id', 'number'])
      table.index(['customer_id', 'untold'])
    })
  }

  async down() {
    this.schema.dropTable('sms_messages')
  }
}
