import type { ReportObject } from '#core/measurement_objects/queries/list_objects'
import { ambiguousObject, noObjects, unknownGroup, unknownObject } from '#core/reports/errors'

export interface ChosenObjects {
  objects: readonly ReportObject[]
  /** Names of the groups that an object counts in: all of its own, or where it was chosen by a group, those chosen. */
  groupsOf(object: ReportObject): readonly string[]
}

/**
 * The objects that a query asks for, of those that the reader may see.
 *
 * @param visible objects of the report's subject
 * @throws E_UNKNOWN_OBJECT, E_AMBIGUOUS_OBJECT, E_UNKNOWN_GROUP, E_NO_OBJECTS
 */
export function chooseObjects(
  visible: readonly ReportObject[],
  asked: readonly string[] | 'all',
  groups: readonly string[]
): ChosenObjects {
  if (asked === 'all') return { objects: visible, groupsOf: namesOf }
  if (asked.length === 0 && groups.length === 0) throw noObjects()
  const bySpelling = Map.groupBy(
    visible.flatMap((object) => spellings(object).map((spelling) => ({ spelling, object }))),
    ({ spelling }) => spelling
  )
  const single = new Set(asked.map((spelled, at) => oneOf(spelled, at, bySpelling.get(spelled))))
  const wanted = new Set(groups)
  const known = new Set(visible.flatMap(namesOf))
  const missing = groups.findIndex((name) => !known.has(name))
  if (missing >= 0) throw unknownGroup(groups[missing], [...known].sort(), missing)
  const byGroup = (object: ReportObject) => namesOf(object).filter((name) => wanted.has(name))
  return {
    objects: visible.filter((object) => single.has(object) || byGroup(object).length > 0),
    groupsOf: (object) => (single.has(object) ? namesOf(object) : byGroup(object)),
  }
}

const namesOf = ({ groups }: ReportObject) => groups.map(({ name }) => name)

/** An identifier, and where that is not enough also its point, its type, or both. */
const spellings = ({ identifier, pointName, objectType }: ReportObject) => [
  identifier,
  `${pointName}:${identifier}`,
  `${objectType}:${identifier}`,
  `${pointName}:${objectType}:${identifier}`,
]

function oneOf(spelled: string, at: number, found: readonly { object: ReportObject }[] = []) {
  const objects = [...new Set(found.map(({ object }) => object))]
  if (objects.length === 0) throw unknownObject(spelled, at)
  // An object that is called exactly so goes before one that is spelled so by its point or type.
  const exact = objects.filter(({ identifier }) => identifier === spelled)
  const [first, second] = exact.length ? exact : objects
  if (!second) return first
  const several = exact.length ? exact : objects
  const points = new Set(several.map(({ pointName }) => pointName))
  const spelling = points.size === several.length ? 1 : 3
  throw ambiguousObject(
    spelled,
    several.map((object) => spellings(object)[spelling]),
    at
  )
}
