import db from '@adonisjs/lucid/services/db'

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

/** A customer's groups whose name or description has the text, by name. */
export async function listGroups(customerId: number, filter = ''): Promise<ListedGroup[]> {
  const members = () =>
    db
      .from('object_group_members as members')
      .whereColumn('members.group_id', 'object_groups.id')
      .count('*')
  const rows = (await db
    .from('object_groups')
    .where('customer_id', customerId)
    .orderBy('name')
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
  const text = filter.trim().toLocaleLowerCase()
  return rows
    .filter(({ name, description }) => `${name}\n${description}`.toLocaleLowerCase().includes(text))
    .map((row) => ({
      ...row,
      objects: Number(row.objects),
      synchronised: Number(row.synchronised),
      users: Number(row.users),
    }))
}
