import { BaseSchema } from '@adonisjs/lucid/schema'

export default class extends BaseSchema {
  async up() {
    this.schema.alterTable('boards_screens', (table) => {
      // In place of one dashboard; the screen is empty where it is gone.
      table.integer('playlist_id').unsigned().nullable()
    })
  }

  async down() {
    this.schema.alterTable('boards_screens', (table) => table.dropColumn('playlist_id'))
  }
}
