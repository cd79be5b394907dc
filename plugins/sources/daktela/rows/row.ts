import type { CollectedObject } from '#core/contracts/collector'
import type { Json } from '#core/contracts/scalar'
import { BadRecord, readMoment } from '#core/contracts/table_row'

/** One record of a model as the platform answers it, asked by the names of its fields. */
export class ModelRow {
  constructor(
    private readonly values: Readonly<Record<string, Json>>,
    private readonly zone: string
  ) {}

  /** Numbers as text; empty where it is null or not there. */
  text(field: string): string {
    const value = this.values[field]
    return typeof value === 'string' || typeof value === 'number' ? String(value).trim() : ''
  }

  textOrNull(field: string): string | null {
    return this.text(field) || null
  }

  /** @throws BadRecord where it is empty, as do all the others where a value is not what it should be. */
  needed(field: string): string {
    const text = this.text(field)
    if (text === '') throw new BadRecord(`${field} is empty.`)
    return text
  }

  /** Times are local and have no offset; some that are not set are all zeros. */
  time(field: string): Date | null {
    const text = this.text(field)
    return readMoment(/^[0\-: ]*$/.test(text) ? '' : text, field, this.zone)
  }

  neededTime(field: string): Date {
    this.needed(field)
    const time = this.time(field)
    if (time) return time
    throw new BadRecord(`${field} is no time.`)
  }

  /** Whole seconds or a whole number; null where it is empty. */
  whole(field: string): number | null {
    const text = this.text(field)
    if (text === '') return null
    if (/^\d{1,9}(?:\.\d+)?$/.test(text)) return Math.floor(Number(text))
    throw new BadRecord(`${field} "${text}" should be a number.`)
  }

  flag(field: string): boolean {
    const value = this.values[field]
    return value === true || value === 1 || value === '1' || value === 'true'
  }

  /** What another record is called: it comes as a name, or as the whole record. */
  reference(field: string): { name: string; title: string } | null {
    const value = this.values[field]
    if (value !== null && typeof value === 'object' && !Array.isArray(value)) {
      const name = typeof value.name === 'string' ? value.name : ''
      return name === '' ? null : { name, title: String(value.title ?? '') }
    }
    const name = this.text(field)
    return name === '' ? null : { name, title: '' }
  }

  /** The objects that it names with a title. */
  named(fields: Readonly<Record<string, string>>): CollectedObject[] {
    return Object.entries(fields).flatMap(([field, objectType]) => {
      const found = this.reference(field)
      return found && found.title !== ''
        ? [{ objectType, identifier: found.name, name: found.title }]
        : []
    })
  }
}
