import { BaseSchema } from '@adonisjs/lucid/schema'
import { identifier } from '#database/columns'

export default class extends BaseSchema {
  async up() {
    this.schema.alterTable('sign_in_limits', (table) => {
      identifier(table, 'account_hash', 64).nullable().index()
    })
  }

  async down() {
    this.schema.alterTable('sign_in_limits', (table) => table.dropColumn('account_hash'))
  }
}
