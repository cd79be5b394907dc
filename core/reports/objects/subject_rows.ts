import type { EventSchema } from '#core/contracts/event'
import type { ReportObject } from '#core/measurement_objects/queries/list_objects'
import type { SubjectKey } from '#core/reports/compile/event_query'
import type { ChosenObjects } from '#core/reports/objects/choose_objects'
import { entryOf, type ObjectCatalogue } from '#core/reports/objects/object_catalogue'
import type { ResultGrouping } from '#core/reports/report_query'

/** What one row of a grouping is about; null where it has none, `group: null` for objects in no group. */
export interface RowSubject {
  object?: ReportObject
  group?: string | null
}

/** How the chosen objects become rows. */
export interface SubjectRows {
  /** The rows that a key of the answers stands for; 0 is the only key where rows are totals. */
  rowsOf(key: number): readonly RowSubject[]
  /** All keys, by name. */
  keys: readonly number[]
  /** What an event is asked to group by. */
  keyOf(event: EventSchema): SubjectKey
}

/** Divides the chosen objects into rows. Rows per group and object are those per object, told once in each group. */
export function subjectRows(
  chosen: ChosenObjects,
  catalogue: ObjectCatalogue,
  subject: string,
  grouping: ResultGrouping,
  locale: string
): SubjectRows {
  const key = (event: EventSchema, value: (object: ReportObject) => number) =>
    catalogue
      .ownersOf(event.fields[subject], chosen.objects)
      .map((entry) => entryOf(entry, value(entry.owner)))
  const ordinal = (object: ReportObject) => catalogue.ordinal(object)!

  if (grouping === 'total') {
    return {
      keys: [0],
      rowsOf: () => [{}],
      keyOf: (event) => ({ field: subject, entries: key(event, () => 1), rows: 'total' }),
    }
  }
  if (grouping !== 'group') {
    const withGroups = grouping === 'groupAndObject'
    return {
      keys: chosen.objects.map(ordinal),
      rowsOf: (place) => {
        const object = catalogue.object(place)!
        if (!withGroups) return [{ object }]
        const groups = chosen.groupsOf(object)
        return groups.length
          ? groups.map((group) => ({ group, object }))
          : [{ group: null, object }]
      },
      keyOf: (event) => ({ field: subject, entries: key(event, ordinal), rows: 'single' }),
    }
  }
  return byGroup(chosen, locale, subject, key)
}

function byGroup(
  chosen: ChosenObjects,
  locale: string,
  subject: string,
  key: (event: EventSchema, value: (object: ReportObject) => number) => SubjectKey['entries']
): SubjectRows {
  const { compare } = new Intl.Collator(locale, { numeric: true })
  const names = [...new Set(chosen.objects.flatMap((object) => chosen.groupsOf(object)))].sort(
    compare
  )
  const noGroup = names.length + 1
  const ordinals = new Map(names.map((name, index) => [name, index + 1]))
  const groupsOf = (object: ReportObject) => {
    const own = chosen.groupsOf(object).map((name) => ordinals.get(name)!)
    return own.length ? own.sort((a, b) => a - b) : [noGroup]
  }
  const rowsOf = (place: number) => [{ group: names[place - 1] ?? null }]
  const outside = chosen.objects.some((object) => chosen.groupsOf(object).length === 0)
  const keys = [...ordinals.values(), ...(outside ? [noGroup] : [])]

  if (chosen.objects.every((object) => groupsOf(object).length === 1)) {
    return {
      keys,
      rowsOf,
      keyOf: (event) => ({
        field: subject,
        entries: key(event, (object) => groupsOf(object)[0]),
        rows: 'single',
      }),
    }
  }
  const sets = new Map<string, number>()
  const setOf = (object: ReportObject) => {
    const set = groupsOf(object).join(' ')
    if (!sets.has(set)) sets.set(set, sets.size + 1)
    return sets.get(set)!
  }
  return {
    keys,
    rowsOf,
    keyOf: (event) => {
      const entries = key(event, setOf)
      return {
        field: subject,
        entries,
        rows: 'several',
        sets: [...sets.keys()].map((set) => set.split(' ').map(Number)),
      }
    },
  }
}
