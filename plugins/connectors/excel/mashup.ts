import type { FeedTable } from '#core/contracts/feed'

const sets = { rows: 'Rows', values: 'Values', specification: 'Specifications' } as const

/** The query by which Excel fetches a table, in M: types come with it, and pages are followed by themselves. */
export function mashup(name: FeedTable['name'], address: string): string {
  const set = sets[name]
  return `let
    Source = OData.Feed("${address}odata/", null, [Implementation = "2.0", ODataVersion = 4]),
    Report = Source{[Name = "${set}", Signature = "table"]}[Data]
in
    Report`
}
