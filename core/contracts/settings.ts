import type { Json } from './scalar.js'

/**
 * Something an administrator fills in. Core draws the form and seals the secrets.
 * A `map` is rows of name and value, such as a file's columns.
 */
export interface Setting {
  label: string
  help?: string
  required?: true
  type: 'text' | 'number' | 'flag' | 'secret' | 'choice' | 'zone' | 'map'
  /** Value → label, of type `choice`. */
  choices?: Readonly<Record<string, string>>
  default?: Json
}

export type Settings = Record<string, Setting>

/** What every plugin says of itself. `key` is stable for ever: customers' settings refer to it. */
export interface Declared<K extends string> {
  kind: K
  key: string
  label: string
  description: string
  /** Asked once per customer. */
  settings?: Settings
}
