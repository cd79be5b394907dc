import type { Field } from '#core/contracts/event'
import type { ReportObject } from '#core/measurement_objects/queries/list_objects'
import type { LookupEntry } from '#core/reports/compile/lookup_sql'
import { once } from '#core/reports/objects/once'
import type { RawOwner } from '#core/reports/objects/raw_owners'

/** All of the customer's objects that a report type touches, whoever may see them. */
export interface EveryObject {
  readonly all: readonly ReportObject[]
  address(object: ReportObject): string
  finder(types: readonly string[]): (spelled: string) => ReportObject | undefined
  owners(types: readonly string[]): ReadonlyMap<ReportObject, readonly RawOwner[]>
}

/**
 * The objects that a reader may see, and only they have an ordinal, from 1 by name, and are ever shown.
 * It serves many questions of the same rights, so that nothing in it is changed.
 */
export class ObjectCatalogue {
  /** What the reader may see, by name. The ordinal of an object is its place here, from 1. */
  readonly visible: readonly ReportObject[]
  readonly #ordinals = new Map<number, number>()
  readonly #ofTypes = new Map<string, readonly ReportObject[]>()
  readonly #groupNames = new Map<string, ReadonlySet<string>>()
  readonly #visibleEntries = new Map<string, LookupEntry<number>[]>()
  readonly #renamedEntries = new Map<string, LookupEntry<string>[]>()

  constructor(
    readonly every: EveryObject,
    byName: readonly ReportObject[],
    allowed: ReadonlySet<number> | null
  ) {
    this.visible = allowed === null ? byName : byName.filter(({ id }) => allowed.has(id))
    this.visible.forEach(({ id }, index) => this.#ordinals.set(id, index + 1))
  }

  ordinal(object: ReportObject): number | undefined {
    return this.#ordinals.get(object.id)
  }

  object(ordinal: number): ReportObject | undefined {
    return this.visible[ordinal - 1]
  }

  ofTypes(types: readonly string[]): readonly ReportObject[] {
    return once(this.#ofTypes, types.join(' '), () =>
      this.visible.filter(({ objectType }) => types.includes(objectType))
    )
  }

  /** Names of the groups that visible objects of these types are in. */
  groupNames(types: readonly string[]): ReadonlySet<string> {
    return once(
      this.#groupNames,
      types.join(' '),
      () => new Set(this.ofTypes(types).flatMap(({ groups }) => groups.map(({ name }) => name)))
    )
  }

  /** What an object is called in requests and answers. */
  address(object: ReportObject): string {
    return this.every.address(object)
  }

  /** Finds objects of some types as requests spell them, whoever may see them. */
  finder(types: readonly string[]): (spelled: string) => ReportObject | undefined {
    return this.every.finder(types)
  }

  /** The raw identifiers of some objects in a field, and from when to when each was theirs. */
  ownersOf(field: Field, objects: readonly ReportObject[]): RawOwner[] {
    if (field.type !== 'object') return []
    const owners = this.every.owners(typesOf(field))
    return objects.flatMap((object) => owners.get(object) ?? [])
  }

  /** What the source wrote in a field for each object that the reader may see, and its ordinal. */
  visibleEntries(field: Field): LookupEntry<number>[] {
    return once(this.#visibleEntries, typesOf(field).join(' '), () =>
      this.ownersOf(field, this.visible).map((entry) => entryOf(entry, this.ordinal(entry.owner)!))
    )
  }

  /** What the source wrote for objects by another than their own identifier, and their own. */
  renamedEntries(field: Field): LookupEntry<string>[] {
    const prefixed = typesOf(field).length > 1
    return once(this.#renamedEntries, typesOf(field).join(' '), () =>
      this.ownersOf(field, this.every.all).flatMap((entry) => {
        const { objectType, identifier } = entry.owner
        const own = prefixed ? `${objectType}:${identifier}` : identifier
        return own === entry.raw ? [] : [entryOf(entry, own)]
      })
    )
  }
}

export const typesOf = (field: Field): readonly string[] => {
  if (field.type !== 'object') return []
  return typeof field.objectType === 'string' ? [field.objectType] : field.objectType
}

export const entryOf = <V>({ pointId, raw, from, to }: RawOwner, value: V): LookupEntry<V> => ({
  pointId,
  raw,
  from,
  to,
  value,
})
