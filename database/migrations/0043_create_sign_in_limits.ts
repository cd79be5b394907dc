import { BaseSchema } from '@adonisjs/lucid/schema'
import { identifier, moment } from '#database/columns'

export default class extends BaseSchema {
  async up() {
    this.schema.createTable('sign_in_limits', (table) => {
      identifier(table, 'subject_hash', 64).primary()
      table.integer('failures').unsigned().notNullable()
      moment(table, 'began_at').notNullable()
      table.integer('locks').unsigned().notNullable()
      moment(table, 'locked_until').nullable()
    })
  }

  async down() {
    this.schema.dropTable('sign_in_limits')
  }
}
