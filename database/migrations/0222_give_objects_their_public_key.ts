import { BaseSchema } from '@adonisjs/lucid/schema'
import type { QueryClientContract } from '@adonisjs/lucid/types/database'

interface Row {
  id: number
  customer_id: number
  source: string
  object_type: string
  identifier: string
  point_name: string
}

/** The oldest object of an identifier has it plain, as it was known by before there was a second one. */
export default class extends BaseSchema {
  async up() {
    this.defer(async (db) => {
      await db.rawQuery(
        `update measurement_objects set source =
          (select source from collection_points where collection_points.id = point_id)`
      )
      await db.rawQuery(
        `update measurement_objects set public_key = identifier where id in (
          select id from (
            select min(id) as id from measurement_objects
            group by customer_id, source, object_type, identifier
          ) as firsts)`
      )
      const later = (await db
        .from('measurement_objects as objects')
        .join('collection_points as points', 'points.id', 'objects.point_id')
        .whereNull('objects.public_key')
        .orderBy('objects.id')
        .select('objects.id', 'objects.customer_id', 'objects.source')
        .select('objects.object_type', 'objects.identifier')
        .select({ point_name: 'points.name' })) as Row[]
      for (const row of later) {
        await db
          .from('measurement_objects')
          .where('id', row.id)
          .update({ public_key: await freeKey(db, row) })
      }
    })
  }

  async down() {
    this.defer(async (db) => {
      await db.from('measurement_objects').update({ public_key: null, source: null })
    })
  }
}

async function freeKey(db: QueryClientContract, row: Row): Promise<string> {
  const spelled = `${row.point_name}:${row.identifier}`
  for (let attempt = 1; ; attempt += 1) {
    const key = attempt === 1 ? spelled : `${spelled}~${attempt}`
    const taken = (await db
      .from('measurement_objects')
      .where({ customer_id: row.customer_id, source: row.source, object_type: row.object_type })
      .where('public_key', key)
      .select('id')
      .first()) as unknown
    if (!taken) return key
  }
}
