import db from '@adonisjs/lucid/services/db'
import { type ListPart, type ListWish, WHOLE_LIST } from '#core/http/list_wish'
import { countOf, holding } from '#database/holding'

/** A group as a list shows it. */
export interface ListedGroup {
  id: number
  name: string
  description: string
  objects: number
  /** Those of the objects that the platform's directory put there. */
  synchronised: number
  /** People who see its objects because of it. */
  users: number
}

export const groupOrders = ['name', 'objects', 'users'] as const

/** A customer's groups in whose name or description the words stand: a part of them, by name unless another order is wished. */
export async function listGroups(
  customerId: number,
  { filter, offset, limit, order, descending }: ListWish = WHOLE_LIST
): Promise<ListPart<ListedGroup>> {
  const all = () => db.from('object_groups').where('customer_id', customerId)
  const wanted = () => holding(all(), ['name', 'description'], filter)
  const members = () =>
    db
      .from('object_group_members as members')
      .whereColumn('members.group_id', 'object_groups.id')
      .count('*')
  const direction = descending ? 'desc' : 'asc'
  const rows = (await wanted()
    .if(limit !== undefined, (query) => query.limit(limit ?? 0).offset(offset))
    .if(order && order !== 'name', (query) => query.orderBy(order ?? '', direction))
    .orderByRaw(`lower(name) ${order === 'name' ? direction : 'asc'}`)
    .orderBy('id')
    .select('id', 'name', 'description')
    .select(
      members().as('objects'),
      members().where('members.origin', 'directory').as('synchronised'),
      db
        .from('membership_groups')
        .whereColumn('membership_groups.group_id', 'object_groups.id')
        .count('*')
        .as('users')
    )) as ListedGroup[]
  const listed = rows.map((row) => ({
    ...row,
    objects: Number(row.objects),
    synchronised: Number(row.synchronised),
    users: Number(row.users),
  }))
  return { rows: listed, found: await countOf(wanted()), all: await countOf(all()) }
}
