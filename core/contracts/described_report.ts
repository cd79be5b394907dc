import type { Unit } from './column.js'

/** A report type as forms and templates know it, with its words in one language. */
export interface DescribedReport {
  key: string
  source: string
  sourceLabel: string
  label: string
  description: string
  basic: boolean
  objectTypes: readonly {
    key: string
    label: string
    plural: string
    icon: string
    /** Each is one person. */
    people: boolean
  }[]
  columns: readonly DescribedColumn[]
  presets: readonly { key: string; label: string; columns: readonly string[] }[]
  /** Whether it says who was missed and not reached since. */
  followUp: boolean
  parameters: readonly { key: string; default: readonly number[] }[]
}

export interface DescribedColumn {
  key: string
  label: string
  description: string
  unit: Unit | 'phone'
  hidden: boolean
  serviceLevel: boolean
  /** Of a column of which answers have several: by limits, by bands or by the values of a field. */
  repeated: { by: 'limits' | 'bands' | 'field'; name: string; pattern: string } | null
  consistsOf: readonly (readonly string[])[]
}

/** What a source tells of its objects as they are now. */
export interface DescribedLive {
  source: string
  sourceLabel: string
  objectType: string
  objectTypeLabel: string
  figures: readonly { key: string; label: string; unit: Unit | 'since' | 'state' }[]
}
