import { BaseSchema } from '@adonisjs/lucid/schema'
import { moment } from '#database/columns'

export default class extends BaseSchema {
  async up() {
    this.schema.createTable('delivery_clock', (table) => {
      table.integer('id').unsigned().primary()
      moment(table, 'planned_until').notNullable()
    })
  }

  async down() {
    this.schema.dropTable('delivery_clock')
  }
}
