import { BaseSchema } from '@adonisjs/lucid/schema'

interface Row {
  id: number
  query: string
}

/** Rows that are held at once. */
const CHUNK = 500

/** Saved reports that say nothing of parts were made with them: they keep their rows where the default changes. */
export default class extends BaseSchema {
  async up() {
    this.defer(async (db) => {
      for (let last = 0; ;) {
        const rows = (await db
          .from('saved_reports')
          .where('id', '>', last)
          .orderBy('id')
          .limit(CHUNK)
          .select('id', 'query')) as Row[]
        for (const { id, query } of rows) {
          const saved = JSON.parse(query) as Record<string, unknown>
          if (saved.breakdown !== undefined) continue
          await db
            .from('saved_reports')
            .where('id', id)
            .update({ query: JSON.stringify({ ...saved, breakdown: true }) })
        }
        if (rows.length < CHUNK) return
        last = rows[rows.length - 1].id
      }
    })
  }

  /** What was written is what was meant before: nothing has to be taken back. */
  async down() {}
}
