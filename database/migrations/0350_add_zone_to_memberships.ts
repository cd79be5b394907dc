import { BaseSchema } from '@adonisjs/lucid/schema'

export default class extends BaseSchema {
  async up() {
    this.schema.alterTable('memberships', (table) => {
      table.string('zone', 64).nullable()
    })
  }

  async down() {
    this.schema.alterTable('memberships', (table) => table.dropColumn('zone'))
  }
}
