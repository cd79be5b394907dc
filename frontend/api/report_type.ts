export type Unit = 'count' | 'seconds' | 'percent' | 'number' | 'time' | 'text' | 'phone'

/** A column of a report, declared or as answered. `consistsOf` lists complete ways to divide it. */
export interface ReportColumn {
  /** Of a moment in UTC, which programs read: the column that has it by the local clock. */
  utcOf?: string
  key: string
  label: string
  description: string
  unit: Unit
  consistsOf: string[][]
  /** What those of its parts are called, by key, that are not among the columns. */
  partLabels?: Record<string, string>
  /** Its values for different objects add up. */
  adds?: boolean
  /** The key of the column that people read in its place: an object's name, a choice's label. */
  readAs?: string
  /** Joins the legs of a call: of use to the journey, not to people. */
  joining?: boolean
  /** The calls that its figures are made of can be listed. */
  calls?: boolean
  /** Where it shows one of two reports: which column of which. */
  figure?: { column: string; compared: boolean }
  /** What it is called under a heading that says the rest. */
  short?: string
  /** A difference: it is shown with its sign. */
  signed?: boolean
}

export interface DeclaredColumn extends ReportColumn {
  basic: boolean
  hidden: boolean
  /** Counted by the formula that is asked for. */
  serviceLevel: boolean
  /** Says that the answer has several columns `<key>_…` of it. */
  repeated: { by: 'limits' | 'bands' | 'field'; name: string; pattern: string } | null
}

export interface ReportPreset {
  key: string
  label: string
  /** False of one that is called after its columns. */
  named: boolean
  columns: string[]
  /** Whether it opens with a row per part. */
  breakdown: boolean
}

export interface ReportChart {
  /** What it is called where there are several; its first column where left out. */
  label?: string
  kind: 'bars' | 'stack' | 'lines'
  columns: string[]
  line?: string
}

export interface ReportParameter {
  key: string
  label: string
  help: string | null
  type: string
  default: number[]
}

/** A field of a report type's call specification, with what is needed to filter by it. */
export interface SpecificationField {
  field: string
  label: string
  description: string
  type: 'text' | 'phone' | 'number' | 'decimal' | 'seconds' | 'time' | 'flag' | 'choice' | 'object'
  /** Masked for who may not see it, and then no filter. */
  personal: boolean
  sortable: boolean
  choices: { value: string; label: string }[] | null
}

export interface ReportTypeInfo {
  key: string
  source: string
  sourceLabel: string
  label: string
  description: string
  basic: boolean
  objectTypes: { key: string; label: string; plural: string; icon: string; people: boolean }[]
  parameters: ReportParameter[]
  columns: DeclaredColumn[]
  /** The columns whose totals stand above the result, and which way each gets better. */
  headline: { column: string; good?: 'up' | 'down' }[]
  presets: ReportPreset[]
  charts: ReportChart[]
  breakdown: { field: string; label: string; byDefault: boolean } | null
  specification: SpecificationField[]
  /** Whether one call can be followed over its legs, and whether it is known who was missed. */
  journey: boolean
  followUp: boolean
}

/** A measurement object that a report can be about; `object` is what a request calls it. */
export interface ReportObject {
  object: string
  type: string
  identifier: string
  name: string
  point: string
  removed: boolean
  groups: string[]
}

/** A kind of file that a report can leave as, and what it can hold. */
export interface ExporterInfo {
  key: string
  label: string
  description: string
  extension: string
  includes: {
    charts: boolean
    specification: boolean
    columnDescriptions: boolean
    manyIntervals: boolean
  }
}

export interface Catalogue {
  types: ReportTypeInfo[]
  exporters: ExporterInfo[]
}
