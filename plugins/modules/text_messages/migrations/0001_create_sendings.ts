import { BaseSchema } from '@adonisjs/lucid/schema'
import { customerTable, json, moment, refersTo } from '#core/contracts/module_table'

export default class extends BaseSchema {
  async up() {
    customerTable(this.schema, 'sms_sendings', (table) => {
      table.string('name', 120).notNullable()
      table.string('sender', 16).notNullable()
      table.text('text').notNullable()
      table.string('state', 16).notNullable().index()
      table.string('problem', 255).nullable()
      moment(table, 'starts_at').nullable()
      moment(table, 'expires_at').nullable()
      json(table, 'hours').notNullable()
      table.integer('rate_per_second').unsigned().notNullable()
      table.integer('stop_if_failed_percent').unsigned().notNullable()
      table.integer('recipients').unsigned().notNullable()
      table.string('reserved', 32).nullable()
      table.string('unit', 16).nullable()
      json(table, 'counts').notNullable()
      refersTo(table, 'made_by_id', 'users', 'SET NULL')
      refersTo(table, 'started_by_id', 'users', 'SET NULL')
      table.string('worker', 36).nullable()
      moment(table, 'heartbeat_at').nullable()
      moment(table, 'created_at').notNullable()
      moment(table, 'started_at').nullable()
      moment(table, 'finished_at').nullable()
    })
  }

  async down() {
    this.schema.dropTable('sms_sendings')
  }
}
