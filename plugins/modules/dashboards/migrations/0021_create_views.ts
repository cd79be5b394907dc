import { BaseSchema } from '@adonisjs/lucid/schema'
import { customerTable, identifier, moment } from '#core/contracts/module_table'

export default class extends BaseSchema {
  async up() {
    customerTable(this.schema, 'boards_views', (table) => {
      const link = table.integer('link_id').unsigned().notNullable()
      link.references('boards_links.id').onDelete('CASCADE').index()
      identifier(table, 'view_hash', 64).notNullable()
      // Without its last part: enough to tell places apart, too little to tell people.
      table.string('address', 64).notNullable()
      table.string('engine', 255).notNullable()
      moment(table, 'began_at').notNullable()
      moment(table, 'seen_at').notNullable()
      table.index(['customer_id', 'view_hash'])
    })
  }

  async down() {
    this.schema.dropTable('boards_views')
  }
}
