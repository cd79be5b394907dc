import type { Column } from '#core/contracts/column'
import type { SourcePlugin } from '#core/contracts/source'

/** Report types and events by key, with all that somebody else's model is built on. */
export interface Catalogue {
  [report: string]: {
    /** Key → unit, and what it is repeated by. */
    columns: Record<string, string>
    /** Key → type, of the call specification's event. */
    fields: Record<string, string>
  }
}

/**
 * What models, spreadsheets and saved reports know the figures by. None of it is a word of any
 * language; all of it must stay as it is for ever.
 */
export const describeCatalogue = (sources: readonly SourcePlugin[]): Catalogue =>
  Object.fromEntries(
    sources
      .flatMap((source) => source.reportTypes)
      .map((type) => {
        const [event] = Object.values(type.events)
        return [
          type.key,
          {
            columns: Object.fromEntries(
              Object.entries(type.columns).map(([key, column]) => [key, described(column)])
            ),
            fields: Object.fromEntries(
              type.specification.map((field) => [field, event.fields[field].type])
            ),
          },
        ] as const
      })
      .sort(([a], [b]) => (a < b ? -1 : 1))
  )

function described({ unit, per }: Column) {
  if (!per) return unit
  const [by, name] = Object.entries(per)[0] as [string, string]
  return `${unit} per ${by} ${name}`
}
