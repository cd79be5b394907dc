import type { ReportObject } from '#core/measurement_objects/queries/list_objects'
import { noObjects, unknownGroup, unknownObject } from '#core/reports/errors'
import type { ObjectCatalogue } from '#core/reports/objects/object_catalogue'

export interface ChosenObjects {
  objects: readonly ReportObject[]
  /** Names of the groups that an object counts in: all of its own, or where it was chosen by a group, those chosen. */
  groupsOf(object: ReportObject): readonly string[]
}

/**
 * The objects that a query asks for, of those that the reader may see.
 *
 * @param types those of the report's subject
 * @throws E_UNKNOWN_OBJECT, E_UNKNOWN_GROUP, E_NO_OBJECTS
 */
export function chooseObjects(
  catalogue: ObjectCatalogue,
  types: readonly string[],
  asked: readonly string[] | 'all',
  groups: readonly string[]
): ChosenObjects {
  if (asked === 'all') {
    const enabled = catalogue.ofTypes(types).filter(({ disabled }) => !disabled)
    return { objects: enabled, groupsOf: namesOf }
  }
  if (asked.length === 0 && groups.length === 0) throw noObjects()
  const find = catalogue.finder(types)
  const single = new Set(
    asked.map((spelled, at) => {
      const object = find(spelled)
      if (!object || catalogue.ordinal(object) === undefined) throw unknownObject(spelled, at)
      return object
    })
  )
  const wanted = new Set(groups)
  const known = groups.length ? catalogue.groupNames(types) : new Set<string>()
  const missing = groups.findIndex((name) => !known.has(name))
  if (missing >= 0) throw unknownGroup(groups[missing], [...known].sort(), missing)
  const byGroup = (object: ReportObject) => namesOf(object).filter((name) => wanted.has(name))
  return {
    objects: groups.length
      ? catalogue
          .ofTypes(types)
          .filter(
            (object) => single.has(object) || (!object.disabled && byGroup(object).length > 0)
          )
      : [...single].sort((a, b) => catalogue.ordinal(a)! - catalogue.ordinal(b)!),
    groupsOf: (object) => (single.has(object) ? namesOf(object) : byGroup(object)),
  }
}

const namesOf = ({ groups }: ReportObject) => groups.map(({ name }) => name)
