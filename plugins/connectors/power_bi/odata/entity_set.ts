import type { FeedColumn, FeedTable, FeedTableName, FeedType } from '#core/contracts/feed'
import { badRequest } from './problem.js'

/** A table as OData names it. */
export interface EntitySet {
  name: string
  /** Of one of its rows. */
  entity: string
  table: FeedTable
  properties: readonly Property[]
}

export interface Property {
  name: string
  column: FeedColumn
  edm: string
}

const names: Readonly<Record<FeedTableName, readonly [set: string, entity: string]>> = {
  rows: ['Rows', 'Row'],
  values: ['Values', 'Value'],
  specification: ['Specifications', 'Specification'],
}

const edms: Readonly<Record<FeedType, string>> = {
  text: 'Edm.String',
  phone: 'Edm.String',
  whole: 'Edm.Int64',
  number: 'Edm.Double',
  flag: 'Edm.Boolean',
  moment: 'Edm.DateTimeOffset',
  date: 'Edm.Date',
  clock: 'Edm.TimeOfDay',
}

/** Names are the keys of the columns with a capital first: the same in every language and for ever. */
export const entitySets = (tables: readonly FeedTable[]): EntitySet[] =>
  tables.map((table) => {
    const [name, entity] = names[table.name]
    const properties = table.columns.map((column) => ({
      name: column.key.charAt(0).toUpperCase() + column.key.slice(1),
      column,
      edm: edms[column.type],
    }))
    return { name, entity, table, properties }
  })

/** @throws ODataProblem naming the properties there are */
export function propertyOf({ name: set, properties }: EntitySet, name: string): Property {
  const found = properties.find((property) => property.name === name)
  if (found) return found
  const known = properties.map((property) => property.name).join(', ')
  throw badRequest(`${set} has no property "${name}". There are: ${known}.`)
}

/** What a column is called here. */
export const nameOf =
  ({ properties }: EntitySet) =>
  (key: string): string =>
    properties.find(({ column }) => column.key === key)?.name ?? key
