import { BaseSchema } from '@adonisjs/lucid/schema'
import { identifier, moment } from '#database/columns'

export default class extends BaseSchema {
  async up() {
    this.schema.createTable('job_workers', (table) => {
      identifier(table, 'worker', 80).primary()
      moment(table, 'begun_at').notNullable()
      moment(table, 'heartbeat_at').notNullable()
    })
  }

  async down() {
    this.schema.dropTable('job_workers')
  }
}
