import { BaseSchema } from '@adonisjs/lucid/schema'
import { identifier } from '#database/columns'

/** As the limiter wants its table, so that limits hold over every process that shares the database. */
export default class extends BaseSchema {
  async up() {
    this.schema.createTable('request_limits', (table) => {
      identifier(table, 'key').primary()
      table.integer('points').notNullable()
      table.bigInteger('expire').nullable().index()
    })
  }

  async down() {
    this.schema.dropTable('request_limits')
  }
}
