import { columns, requiredOfAgents, requiredOfCalls, type ColumnName } from './columns.js'

/** Where a format version has a column: its place in the line, from 0, or one value for every line. */
export type Place = number | { constant: string }

/** Where one format version has its columns, and what its own words mean in ours. */
export interface ColumnMap {
  version: string
  places: Readonly<Partial<Record<ColumnName, Place>>>
  /** `column` → the platform's word in lower case → ours. */
  words: Readonly<Partial<Record<ColumnName, ReadonlyMap<string, string>>>>
}

/** Our own, complete: the columns in their order. A header line may order them otherwise. */
export const t1: ColumnMap = {
  version: 'T1',
  places: Object.fromEntries(columns.map((column, index) => [column, index])),
  words: {},
}

/**
 * The vendor's format version 9, of which only the first seven columns are known for certain: version,
 * orgId, customerId, startTime, deviceIP, billingUserId and billingId. The rest is the operator's to
 * complete, from the documents that came with the installation.
 */
export const vendor9: ColumnMap = {
  version: '9',
  places: { version: 0, organisation: 1, startTime: 3, objectId: 5 },
  words: {},
}

/** The required columns that a map does not place, for a kind of record; empty where it is complete. */
export function missingColumns(map: ColumnMap, kind: 'call' | 'agent'): string[] {
  const required: readonly ColumnName[] = kind === 'call' ? requiredOfCalls : requiredOfAgents
  return required.filter((column) => map.places[column] === undefined)
}
