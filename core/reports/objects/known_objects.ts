import type { ReportObject } from '#core/measurement_objects/queries/list_objects'
import { objectAddresses, objectFinder } from '#core/reports/objects/object_addresses'
import { type EveryObject, ObjectCatalogue } from '#core/reports/objects/object_catalogue'
import { once } from '#core/reports/objects/once'
import { rawOwners, type RawOwner } from '#core/reports/objects/raw_owners'

/**
 * All of the customer's objects that a report type touches, whoever may see them: whose an identifier
 * is depends on every one. What is worked out of them is worked out once, and serves every question as
 * long as none of them changes.
 */
export class KnownObjects implements EveryObject {
  readonly #addresses: ReadonlyMap<ReportObject, string>
  readonly #finders = new Map<string, (spelled: string) => ReportObject | undefined>()
  readonly #owners = new Map<string, ReadonlyMap<ReportObject, readonly RawOwner[]>>()
  readonly #sorted = new Map<string, readonly ReportObject[]>()
  readonly #whole = new Map<string, ObjectCatalogue>()
  readonly #parts = new WeakMap<ReadonlySet<number>, Map<string, ObjectCatalogue>>()

  /** @param subjects types of the objects that the report is about */
  constructor(
    readonly all: readonly ReportObject[],
    readonly subjects: readonly string[]
  ) {
    this.#addresses = objectAddresses(all, subjects)
  }

  /** What an object is called in requests and answers. */
  address(object: ReportObject): string {
    return this.#addresses.get(object) ?? object.publicKey
  }

  /** Finds objects of some types as requests spell them. */
  finder(types: readonly string[]): (spelled: string) => ReportObject | undefined {
    return once(this.#finders, types.join(' '), () => {
      const ofTypes = this.all.filter(({ objectType }) => types.includes(objectType))
      return objectFinder(ofTypes, (object) => this.address(object))
    })
  }

  /** The raw identifiers of each object, in a field of these types, and from when to when. */
  owners(types: readonly string[]): ReadonlyMap<ReportObject, readonly RawOwner[]> {
    return once(this.#owners, types.join(' '), () => {
      const objects = this.all.filter(({ objectType }) => types.includes(objectType))
      return Map.groupBy(rawOwners(objects, types.length > 1), ({ owner }) => owner)
    })
  }

  /** What a reader may see of them: the objects with the ids in `allowed`, or all where it is null. */
  catalogue(allowed: ReadonlySet<number> | null, locale: string): ObjectCatalogue {
    const make = () => new ObjectCatalogue(this, this.#byName(locale), allowed)
    if (allowed === null) return once(this.#whole, locale, make)
    const known = this.#parts.get(allowed) ?? new Map<string, ObjectCatalogue>()
    this.#parts.set(allowed, known)
    return once(known, locale, make)
  }

  #byName(locale: string): readonly ReportObject[] {
    return once(this.#sorted, locale, () => {
      const { compare } = new Intl.Collator(locale, { numeric: true })
      return [...this.all].sort((a, b) => compare(a.name, b.name) || a.id - b.id)
    })
  }
}
