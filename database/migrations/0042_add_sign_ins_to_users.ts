import { BaseSchema } from '@adonisjs/lucid/schema'
import { moment } from '#database/columns'

export default class extends BaseSchema {
  async up() {
    this.schema.alterTable('users', (table) => {
      table.integer('failed_sign_ins').unsigned().notNullable().defaultTo(0)
      moment(table, 'last_sign_in_at').nullable()
      table.string('last_sign_in_address', 64).nullable()
    })
  }

  async down() {
    this.schema.alterTable('users', (table) =>
      table.dropColumns('failed_sign_ins', 'last_sign_in_at', 'last_sign_in_address')
    )
  }
}
