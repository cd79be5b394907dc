import type { ReportObject } from '#core/measurement_objects/queries/list_objects'

/**
 * What each object is called in requests and answers: its public key. Where a report is about several
 * types, which may have the same key, the oldest object has it and others are `type:key`.
 *
 * @param objects all of the customer's, whoever may see them
 * @param subjects the types that the report is about
 */
export function objectAddresses<O extends AddressedObject>(
  objects: readonly O[],
  subjects: readonly string[]
): Map<O, string> {
  const owners = new Map<string, O>()
  const addresses = new Map<O, string>()
  for (const object of [...objects].sort((a, b) => a.id - b.id)) {
    const { publicKey, objectType } = object
    const isSubject = subjects.includes(objectType)
    const owner = isSubject ? owners.get(publicKey) : undefined
    if (isSubject && !owner) owners.set(publicKey, object)
    addresses.set(object, owner ? `${objectType}:${publicKey}` : publicKey)
  }
  return addresses
}

type AddressedObject = Pick<
  ReportObject,
  'id' | 'objectType' | 'publicKey' | 'identifier' | 'pointName'
>

/**
 * Finds the object that a request spells: by its address, or as it may also be spelled, with its type,
 * its point or both. Of several it is the oldest, so that what was saved means the same for ever.
 */
export function objectFinder<O extends AddressedObject>(
  addresses: ReadonlyMap<O, string>
): (spelled: string) => O | undefined {
  const index = new Map<string, { object: O; rank: number }>()
  for (const [object, address] of addresses) {
    spellings(object, address).forEach((spelled, rank) => {
      const before = index.get(spelled)
      const order = before ? before.rank - rank || before.object.id - object.id : 1
      if (order > 0) index.set(spelled, { object, rank })
    })
  }
  return (spelled) => index.get(spelled)?.object
}

/** The first is meant before the second, and so on. */
const spellings = (
  { objectType, publicKey, pointName, identifier }: AddressedObject,
  address: string
) => [
  address,
  publicKey,
  `${objectType}:${publicKey}`,
  `${pointName}:${identifier}`,
  `${pointName}:${objectType}:${identifier}`,
  `${objectType}:${identifier}`,
  identifier,
]
