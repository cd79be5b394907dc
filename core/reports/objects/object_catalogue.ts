import type { Field } from '#core/contracts/event'
import type { ReportObject } from '#core/measurement_objects/queries/list_objects'
import type { LookupEntry } from '#core/reports/compile/lookup_sql'
import { objectAddresses, objectFinder } from '#core/reports/objects/object_addresses'
import { rawOwners, type RawOwner } from '#core/reports/objects/raw_owners'

/**
 * The customer's objects that a report touches. All of them are needed to know whose an identifier
 * is; only those that the reader may see have an ordinal, from 1 by name, and are ever shown.
 */
export class ObjectCatalogue {
  /** What the reader may see, by name. The ordinal of an object is its place here, from 1. */
  readonly visible: readonly ReportObject[]
  readonly #ordinals = new Map<number, number>()
  readonly #owners = new Map<string, readonly RawOwner[]>()
  readonly #addresses: ReadonlyMap<ReportObject, string>

  constructor(
    readonly all: readonly ReportObject[],
    allowed: ReadonlySet<number> | null,
    locale: string,
    /** Types of the objects that the report is about. */
    subjects: readonly string[]
  ) {
    const { compare } = new Intl.Collator(locale, { numeric: true })
    this.visible = all
      .filter(({ id }) => allowed === null || allowed.has(id))
      .sort((a, b) => compare(a.name, b.name) || a.id - b.id)
    this.visible.forEach(({ id }, index) => this.#ordinals.set(id, index + 1))
    this.#addresses = objectAddresses(all, subjects)
  }

  ordinal(object: ReportObject): number | undefined {
    return this.#ordinals.get(object.id)
  }

  object(ordinal: number): ReportObject | undefined {
    return this.visible[ordinal - 1]
  }

  ofTypes(types: readonly string[]): ReportObject[] {
    return this.visible.filter(({ objectType }) => types.includes(objectType))
  }

  /** What an object is called in requests and answers. */
  address(object: ReportObject): string {
    return this.#addresses.get(object) ?? object.publicKey
  }

  /** Finds objects of some types as requests spell them, whoever may see them. */
  finder(types: readonly string[]): (spelled: string) => ReportObject | undefined {
    const ofTypes = [...this.#addresses].filter(([{ objectType }]) => types.includes(objectType))
    return objectFinder(new Map(ofTypes))
  }

  /** Whose each raw identifier of a field is. */
  owners(field: Field): readonly RawOwner[] {
    if (field.type !== 'object') return []
    const types = typesOf(field)
    const known = this.#owners.get(types.join(' '))
    if (known) return known
    const objects = this.all.filter(({ objectType }) => types.includes(objectType))
    const owners = rawOwners(objects, types.length > 1)
    this.#owners.set(types.join(' '), owners)
    return owners
  }

  /** What the source wrote in a field for each object that the reader may see, and its ordinal. */
  visibleEntries(field: Field): LookupEntry<number>[] {
    return this.owners(field).flatMap((entry) => {
      const value = this.ordinal(entry.owner)
      return value === undefined ? [] : [entryOf(entry, value)]
    })
  }

  /** What the source wrote for objects by another than their own identifier, and their own. */
  renamedEntries(field: Field): LookupEntry<string>[] {
    const prefixed = typesOf(field).length > 1
    return this.owners(field).flatMap((entry) => {
      const { objectType, identifier } = entry.owner
      const own = prefixed ? `${objectType}:${identifier}` : identifier
      return own === entry.raw ? [] : [entryOf(entry, own)]
    })
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
