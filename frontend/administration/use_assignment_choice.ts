import { computed, ref, type Ref } from 'vue'
import type { Assignable, AssignableObject } from '../api/people.js'
import { hasWords, searchWords } from '../composables/search_words.js'
import { useDeferred } from '../composables/use_deferred.js'

type Wish = boolean | 'indeterminate'
type Group = Assignable['groups'][number]

/** A line of the list of groups; `whole` says that the object comes with its group. */
export type GroupLine =
  | { kind: 'group'; id: string; group: Group }
  | { kind: 'object'; id: string; object: AssignableObject; whole: boolean }

/** Which groups and objects are listed for a filter, and which are chosen. What is chosen stays in sight. */
export function useAssignmentChoice(
  assignable: Ref<Assignable>,
  objects: Ref<Set<number>>,
  groups: Ref<Set<number>>
) {
  const sought = ref('')
  const open = ref(new Set<number>())
  const members = computed(() => {
    const found = new Map<number, AssignableObject[]>()
    for (const object of assignable.value.objects) {
      for (const id of object.groups) {
        const known = found.get(id)
        if (known) known.push(object)
        else found.set(id, [object])
      }
    }
    return found
  })

  const searched = useDeferred(sought)
  const words = computed(() => searchWords(searched.value))
  const named = computed(
    () =>
      new Set(
        assignable.value.groups
          .filter(({ name }) => hasWords(name.toLocaleLowerCase(), words.value))
          .map(({ id }) => id)
      )
  )
  // Made once for the list, not for each key.
  const texts = computed(() =>
    assignable.value.objects.map((one) => `${one.name}\n${one.identifier}`.toLocaleLowerCase())
  )
  const listedObjects = computed(() =>
    assignable.value.objects.filter(
      (one, index) =>
        objects.value.has(one.id) ||
        hasWords(texts.value[index]!, words.value) ||
        one.groups.some((id) => named.value.has(id))
    )
  )
  const listedIds = computed(() => new Set(listedObjects.value.map(({ id }) => id)))
  const listedGroups = computed(() =>
    assignable.value.groups.filter(
      ({ id }) =>
        groups.value.has(id) ||
        named.value.has(id) ||
        members.value.get(id)?.some((one) => listedIds.value.has(one.id))
    )
  )

  const groupLines = computed(() =>
    listedGroups.value.flatMap((group): GroupLine[] => {
      const line = { kind: 'group' as const, id: `group ${group.id}`, group }
      if (!isOpen(group.id)) return [line]
      const whole = groups.value.has(group.id)
      const within = (members.value.get(group.id) ?? []).filter(({ id }) => listedIds.value.has(id))
      return [
        line,
        ...within.map((object) => ({
          kind: 'object' as const,
          id: `${group.id} ${object.id}`,
          object,
          whole,
        })),
      ]
    })
  )
  const looseLines = computed(() =>
    listedObjects.value
      .filter((one) => !one.groups.length)
      .map((object) => ({ id: String(object.id), object }))
  )

  /** A filter that finds single objects of a group shows them. */
  function isOpen(id: number) {
    return open.value.has(id) || (words.value.length > 0 && !named.value.has(id))
  }

  function toggle(id: number) {
    if (!open.value.delete(id)) open.value.add(id)
  }

  function markGroup(id: number, wish: Wish) {
    const after = new Set(groups.value)
    if (wish === true) after.add(id)
    else after.delete(id)
    groups.value = after
  }

  function markGroups(wish: Wish) {
    const after = new Set(groups.value)
    for (const { id } of listedGroups.value) {
      if (wish === true) after.add(id)
      else after.delete(id)
    }
    groups.value = after
  }

  function markObjects(wanted: readonly AssignableObject[], wish: Wish) {
    const after = new Set(objects.value)
    for (const { id } of wanted) {
      if (wish === true) after.add(id)
      else after.delete(id)
    }
    objects.value = after
  }

  /** Chosen whole, not at all, or in part: by single objects. */
  function markedGroup(id: number): Wish {
    if (groups.value.has(id)) return true
    return members.value.get(id)?.some((one) => objects.value.has(one.id)) ? 'indeterminate' : false
  }

  const share = (count: number, of: number): Wish =>
    count === 0 ? false : count === of ? true : 'indeterminate'

  return {
    sought,
    searched,
    open: computed(() => new Set(listedGroups.value.map(({ id }) => id).filter(isOpen))),
    listedGroups,
    listedObjects,
    groupLines,
    looseLines,
    toggle,
    markGroup,
    markGroups,
    markObjects,
    markedGroup,
    markedGroups: computed(() =>
      share(
        listedGroups.value.filter(({ id }) => groups.value.has(id)).length,
        listedGroups.value.length
      )
    ),
    markedLoose: computed(() =>
      share(
        looseLines.value.filter(({ object }) => objects.value.has(object.id)).length,
        looseLines.value.length
      )
    ),
  }
}
