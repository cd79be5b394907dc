import { BaseSchema } from '@adonisjs/lucid/schema'
import { identifier, moment } from '#database/columns'

/** Which process does what must be done by one at a time. A lease that is not renewed ends by itself. */
export default class extends BaseSchema {
  async up() {
    this.schema.createTable('leases', (table) => {
      identifier(table, 'name', 120).primary()
      identifier(table, 'holder', 80).notNullable().index()
      moment(table, 'until').notNullable()
    })
  }

  async down() {
    this.schema.dropTable('leases')
  }
}
