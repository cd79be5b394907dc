import type { FeedTable } from '#core/contracts/feed'

const sets = { rows: 'Rows', values: 'Values', specification: 'Specifications' } as const

/** The query by which Excel fetches the first table, in M: types come with it, and pages are followed by themselves. */
export function mashup([table]: readonly FeedTable[], address: string): string {
  const set = table ? sets[table.name] : 'Rows'
  return `let
    Source = OData.Feed("${address}odata/", null, [Implementation = "2.0", ODataVersion = 4]),
    Report = Source{[Name = "${set}", Signature = "table"]}[Data]
in
    Report`
}
