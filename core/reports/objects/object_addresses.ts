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
  objects: readonly O[],
  addressOf: (object: O) => string
): (spelled: string) => O | undefined {
  const byKey = Map.groupBy(objects, ({ publicKey }) => publicKey)
  const byIdentifier = Map.groupBy(objects, ({ identifier }) => identifier)
  return (spelled) => {
    let best: { object: O; rank: number } | undefined
    // A spelling is a key or an identifier, which may have colons of its own, behind one or two names.
    for (const end of endings(spelled)) {
      for (const object of [...(byKey.get(end) ?? []), ...(byIdentifier.get(end) ?? [])]) {
        const rank = spellings(object, addressOf(object)).indexOf(spelled)
        if (rank < 0) continue
        const order = best ? best.rank - rank || best.object.id - object.id : 1
        if (order > 0) best = { object, rank }
      }
    }
    return best?.object
  }
}

/** The text, and what follows each of its colons. */
function endings(text: string): string[] {
  const found = [text]
  for (let at = text.indexOf(':'); at >= 0; at = text.indexOf(':', at + 1)) {
    found.push(text.slice(at + 1))
  }
  return found
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
