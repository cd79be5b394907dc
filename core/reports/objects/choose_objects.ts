import type { ReportObject } from '#core/measurement_objects/queries/list_objects'
import { noObjects, unknownGroup, unknownObject } from '#core/reports/errors'

export interface ChosenObjects {
  objects: readonly ReportObject[]
  /** Names of the groups that an object counts in: all of its own, or where it was chosen by a group, those chosen. */
  groupsOf(object: ReportObject): readonly string[]
}

/**
 * The objects that a query asks for, of those that the reader may see.
 *
 * @param visible objects of the report's subject
 * @param find the object of that subject that is spelled so, whoever may see it
 * @throws E_UNKNOWN_OBJECT, E_UNKNOWN_GROUP, E_NO_OBJECTS
 */
export function chooseObjects(
  visible: readonly ReportObject[],
  asked: readonly string[] | 'all',
  groups: readonly string[],
  find: (spelled: string) => ReportObject | undefined
): ChosenObjects {
  if (asked === 'all') {
    return { objects: visible.filter(({ disabled }) => !disabled), groupsOf: namesOf }
  }
  if (asked.length === 0 && groups.length === 0) throw noObjects()
  const seen = new Set(visible)
  const single = new Set(
    asked.map((spelled, at) => {
      const object = find(spelled)
      if (!object || !seen.has(object)) throw unknownObject(spelled, at)
      return object
    })
  )
  const wanted = new Set(groups)
  const known = new Set(visible.flatMap(namesOf))
  const missing = groups.findIndex((name) => !known.has(name))
  if (missing >= 0) throw unknownGroup(groups[missing], [...known].sort(), missing)
  const byGroup = (object: ReportObject) => namesOf(object).filter((name) => wanted.has(name))
  return {
    objects: visible.filter(
      (object) => single.has(object) || (!object.disabled && byGroup(object).length > 0)
    ),
    groupsOf: (object) => (single.has(object) ? namesOf(object) : byGroup(object)),
  }
}

const namesOf = ({ groups }: ReportObject) => groups.map(({ name }) => name)
