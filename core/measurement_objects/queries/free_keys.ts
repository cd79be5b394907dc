import type { QueryClientContract } from '@adonisjs/lucid/types/database'

interface Named {
  objectType: string
  identifier: string
}

/**
 * Public keys for new objects of a collection point, in their order: the identifier, where no object
 * of the customer's source and type has that key, else `point:identifier`, else that with a number. A
 * key is kept for ever, also when its point gets another name.
 */
export async function freeKeys(
  client: QueryClientContract,
  point: { customerId: number; source: string; name: string },
  objects: readonly Named[]
): Promise<string[]> {
  const keys = new Map<Named, string>()
  const given = new Set<string>()
  let open = [...objects]
  for (let round = 1; open.length > 0; round += 1) {
    const wanted = new Map(open.map((object) => [object, candidate(point.name, object, round)]))
    const taken = await takenKeys(client, point, wanted)
    for (const [object, key] of wanted) {
      const place = placeOf(object.objectType, key)
      if (taken.has(place) || given.has(place)) continue
      given.add(place)
      keys.set(object, key)
    }
    open = open.filter((object) => !keys.has(object))
  }
  return objects.map((object) => keys.get(object)!)
}

function candidate(pointName: string, { identifier }: Named, round: number): string {
  if (round === 1) return identifier
  const spelled = `${pointName}:${identifier}`
  return round === 2 ? spelled : `${spelled}~${round - 1}`
}

const placeOf = (objectType: string, key: string) => `${objectType} ${key}`

async function takenKeys(
  client: QueryClientContract,
  { customerId, source }: { customerId: number; source: string },
  wanted: ReadonlyMap<Named, string>
): Promise<ReadonlySet<string>> {
  const rows = (await client
    .from('measurement_objects')
    .where({ customer_id: customerId, source })
    .whereIn('public_key', [...new Set(wanted.values())])
    .select({ objectType: 'object_type', key: 'public_key' })) as {
    objectType: string
    key: string
  }[]
  return new Set(rows.map(({ objectType, key }) => placeOf(objectType, key)))
}
