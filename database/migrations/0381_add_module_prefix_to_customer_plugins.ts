import { BaseSchema } from '@adonisjs/lucid/schema'
import { identifier } from '#database/columns'

/** What a module's tables begin with, so that they can be found when its folder is gone. */
export default class extends BaseSchema {
  async up() {
    this.schema.alterTable('customer_plugins', (table) => {
      identifier(table, 'module_prefix', 32).nullable()
    })
  }

  async down() {
    this.schema.alterTable('customer_plugins', (table) => table.dropColumn('module_prefix'))
  }
}
