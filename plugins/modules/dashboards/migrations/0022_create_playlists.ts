import { BaseSchema } from '@adonisjs/lucid/schema'
import { customerTable, json, moment } from '#core/contracts/module_table'

export default class extends BaseSchema {
  async up() {
    customerTable(this.schema, 'boards_playlists', (table) => {
      table.string('name', 120).notNullable()
      json(table, 'items').notNullable()
      moment(table, 'changed_at').notNullable()
    })
  }

  async down() {
    this.schema.dropTable('boards_playlists')
  }
}
