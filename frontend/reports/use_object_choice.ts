import { computed, ref } from 'vue'
import type { ReportObject } from '../api/report_type.js'
import { useDeferred } from '../composables/use_deferred.js'
import { useReportTool } from './use_report_tool.js'

/** A line of the object list: a group's heading, or an object in it. */
export type ObjectLine =
  | { kind: 'group'; id: string; name: string; objects: readonly ReportObject[] }
  | { kind: 'object'; id: string; object: ReportObject }

/** Which measurement objects are listed, and which of them are chosen. */
export function useObjectChoice() {
  const { draft, listing, page } = useReportTool()
  const sought = ref('')
  const onlyMarked = ref(false)
  const grouped = ref(true)
  const withRemoved = ref(false)

  /** An old address may name what is no longer there: that can neither be seen nor unmarked. */
  const chosen = computed(() => {
    const wanted = draft.objects === 'all' ? null : new Set(draft.objects)
    const all = listing.value.objects
    const found = wanted
      ? all.filter((one) => wanted.has(one.object) || isIn(one, draft.groups))
      : all
    return new Set(found.map(({ object }) => object))
  })

  // Made once for the list, not for each key.
  const texts = computed(() =>
    listing.value.objects.map((one) => `${one.name} | ${one.identifier}`.toLocaleLowerCase())
  )
  const wanted = useDeferred(sought)
  const listed = computed(() => {
    const words = wanted.value.trim().toLocaleLowerCase()
    return listing.value.objects.filter(
      (one, index) =>
        (withRemoved.value || !one.removed || chosen.value.has(one.object)) &&
        (!onlyMarked.value || chosen.value.has(one.object)) &&
        texts.value[index]!.includes(words)
    )
  })

  const hasGroups = computed(() => listing.value.objects.some(({ groups }) => groups.length))
  const lines = computed(() => (grouped.value && hasGroups.value ? inGroups() : flat(listed.value)))

  function inGroups(): ObjectLine[] {
    const groups = new Map<string, ReportObject[]>()
    for (const object of listed.value) {
      for (const name of object.groups) {
        const known = groups.get(name)
        if (known) known.push(object)
        else groups.set(name, [object])
      }
    }
    const named = [...groups].sort(([a], [b]) => collator.compare(a, b))
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
    const all = listing.value.objects
    const everything = after.size > 0 && all.every(({ object }) => after.has(object))
    const groups = draft.groups.filter((name) =>
      all.every((one) => !one.groups.includes(name) || after.has(one.object))
    )
    draft.groups = everything ? [] : groups
    draft.objects = everything
      ? 'all'
      : all.filter((one) => after.has(one.object) && !isIn(one, groups)).map(({ object }) => object)
  }

  /** A whole group, also with what is put into it later; what is filtered is only what is seen. */
  function markGroup(
    { name, objects }: Extract<ObjectLine, { kind: 'group' }>,
    wish: boolean | 'indeterminate'
  ) {
    const whole = listing.value.objects.filter((one) => isIn(one, [name]))
    if (page.advanced && name && wish === true && whole.length === objects.length) {
      draft.groups = [...draft.groups.filter((other) => other !== name), name]
    }
    mark(objects, wish)
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
    markGroup,
    isWhole: (name: string) => draft.groups.includes(name),
  }
}

const collator = new Intl.Collator()

const isIn = ({ groups }: ReportObject, names: readonly string[]) =>
  names.some((name) => groups.includes(name))
