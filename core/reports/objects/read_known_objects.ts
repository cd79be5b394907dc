import { listObjects } from '#core/measurement_objects/queries/list_objects'
import { KnownObjects } from '#core/reports/objects/known_objects'
import { type Versioned, VersionedCache } from '#core/versions/versioned_cache'

/** Objects that are remembered over all customers. */
const MOST = 200_000

const known = new VersionedCache<KnownObjects>(MOST, ({ all }) => all.length + 1)

/**
 * All of the customer's objects of these types at the points of a source, whoever may see them, as they
 * are at its version.
 *
 * @param subjects those of the types that the report is about
 */
export const readKnownObjects = (
  of: Versioned,
  source: string,
  types: readonly string[],
  subjects: readonly string[]
): Promise<KnownObjects> =>
  known.get(of, [source, types.join(' '), subjects.join(' ')].join('\n'), async () => {
    const everyObject = { customerId: of.customerId, objectIds: null }
    return new KnownObjects(await listObjects(everyObject, types, source), subjects)
  })
