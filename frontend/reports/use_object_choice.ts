import { computed, ref } from 'vue'
import type { ReportObject } from '../api/report_type.js'
import { useBasicReport } from './use_basic_report.js'

/** A line of the object list: a group's heading, or an object in it. */
export type ObjectLine =
  | { kind: 'group'; id: string; name: string; objects: readonly ReportObject[] }
  | { kind: 'object'; id: string; object: ReportObject }

/** Which measurement objects are listed, and which of them are chosen. */
export function useObjectChoice() {
  const { draft, listing } = useBasicReport()
  const sought = ref('')
  const onlyMarked = ref(false)
  const grouped = ref(true)
  const withRemoved = ref(false)

  /** An old address may name what is no longer there: that can neither be seen nor unmarked. */
  const chosen = computed(() => {
    const wanted = draft.objects === 'all' ? null : new Set(draft.objects)
    const all = listing.value.objects.map(({ object }) => object)
    return new Set(wanted ? all.filter((object) => wanted.has(object)) : all)
  })

  const listed = computed(() => {
    const words = sought.value.trim().toLocaleLowerCase()
    return listing.value.objects.filter(
      (one) =>
        (withRemoved.value || !one.removed || chosen.value.has(one.object)) &&
        (!onlyMarked.value || chosen.value.has(one.object)) &&
        `${one.name} | ${one.identifier}`.toLocaleLowerCase().includes(words)
    )
  })

  const hasGroups = computed(() => listing.value.objects.some(({ groups }) => groups.length))
  const lines = computed(() => (grouped.value && hasGroups.value ? inGroups() : flat(listed.value)))

  function inGroups(): ObjectLine[] {
    const groups = new Map<string, ReportObject[]>()
    for (const object of listed.value) {
      for (const name of object.groups) groups.set(name, [...(groups.get(name) ?? []), object])
    }
    const named = [...groups].sort(([a], [b]) => a.localeCompare(b))
    const loose = listed.value.filter((object) => !object.groups.length)
    return [...named, ...(loose.length ? [['', loose] as const] : [])].flatMap(
      ([name, objects]): ObjectLine[] => [
        { kind: 'group', id: `group ${name}`, name, objects },
        ...flat(objects, name),
      ]
    )
  }

  function flat(objects: readonly ReportObject[], group = ''): ObjectLine[] {
    return objects.map((object) => ({ kind: 'object', id: `${group} ${object.object}`, object }))
  }

  /** True, false, or neither where some are chosen. */
  function marked(objects: readonly ReportObject[]): boolean | 'indeterminate' {
    const count = objects.filter(({ object }) => chosen.value.has(object)).length
    if (count === 0) return false
    return count === objects.length ? true : 'indeterminate'
  }

  function mark(objects: readonly ReportObject[], wish: boolean | 'indeterminate') {
    const after = new Set(chosen.value)
    for (const { object } of objects) {
      if (wish === true) after.add(object)
      else after.delete(object)
    }
    const all = listing.value.objects.map(({ object }) => object)
    draft.objects =
      after.size && all.every((object) => after.has(object))
        ? 'all'
        : all.filter((object) => after.has(object))
  }

  return {
    sought,
    onlyMarked,
    grouped,
    withRemoved,
    chosen,
    listed,
    lines,
    hasGroups,
    hasRemoved: computed(() => listing.value.objects.some(({ removed }) => removed)),
    marked,
    mark,
  }
}
