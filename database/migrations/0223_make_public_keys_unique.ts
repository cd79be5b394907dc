import { BaseSchema } from '@adonisjs/lucid/schema'

const columns = ['customer_id', 'source', 'object_type', 'public_key']
const name = 'measurement_objects_public_key_unique'

export default class extends BaseSchema {
  async up() {
    this.schema.alterTable('measurement_objects', (table) => {
      table.unique(columns, { indexName: name })
    })
  }

  async down() {
    this.schema.alterTable('measurement_objects', (table) => table.dropUnique(columns, name))
  }
}
