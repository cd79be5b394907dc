import { BaseSchema } from '@adonisjs/lucid/schema'

/** Whether a ticket opens no calls, as nobody who knew its secret could when it was made. */
export default class extends BaseSchema {
  async up() {
    this.schema.alterTable('tickets', (table) => {
      table.boolean('without_calls').notNullable().defaultTo(false)
    })
  }

  async down() {
    this.schema.alterTable('tickets', (table) => {
      table.dropColumn('without_calls')
    })
  }
}
