import type { TransactionClientContract } from '@adonisjs/lucid/types/database'
import { DateTime } from 'luxon'
import type { CollectedObject } from '#core/contracts/collector'
import { momentText } from '#database/columns'
import { insertAll } from '#database/insert_all'

/** Puts the aliases that a directory gives in the place of those it gave before; an object that says nothing of aliases keeps its own. */
export async function keepAliases(
  client: TransactionClientContract,
  objects: readonly (CollectedObject & { id: number })[]
): Promise<void> {
  const told = objects.filter((object) => object.aliases)
  if (!told.length) return
  await client
    .from('object_aliases')
    .where('origin', 'directory')
    .whereIn(
      'object_id',
      told.map((object) => object.id)
    )
    .delete()
  const rows = told.flatMap((object) =>
    (object.aliases ?? []).map((alias) => ({
      object_id: object.id,
      identifier: alias.identifier,
      from_at: text(alias.from),
      to_at: text(alias.to),
      origin: 'directory',
    }))
  )
  await insertAll(client, 'object_aliases', rows)
}

const text = (at?: Date) => (at ? momentText(DateTime.fromJSDate(at)) : null)
