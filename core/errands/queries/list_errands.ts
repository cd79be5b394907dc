import type { Row } from '#core/contracts/scalar'
import ErrandReport from '#core/errands/models/errand_report'
import { errandServices, type ErrandService } from '#core/errands/queries/errand_services'
import { presentErrand, type ListedErrand } from '#core/errands/present_errand'
import { readTable, type Dates } from '#core/errands/queries/read_table'
import type { Reader } from '#core/permissions/reader'

export interface ErrandFilter extends Dates {
  state?: string
  /** Part of the subject. */
  text?: string
  /** Id of one service. */
  service?: number
  cursor?: string
  limit: number
  locale: string
}

/** A page of the errands that the reader sees, newest first. `next` is the cursor of the page after it. */
export async function listErrands(
  reader: Reader,
  filter: ErrandFilter
): Promise<{ errands: ListedErrand[]; next: string | null }> {
  const all = await errandServices(reader)
  const services = all.filter(
    ({ object }) => filter.service === undefined || object.id === filter.service
  )
  const [first] = services
  if (!first) return { errands: [], next: null }
  // A page is of one source: few customers have errands of two.
  const mine = services.filter(({ source }) => source === first.source)
  const { rows, next } = await readTable(
    { ...reader, objectIds: new Set(mine.map(({ object }) => object.id)) },
    first.source.errands.list,
    filter,
    {
      filters: {
        ...(filter.state && { state: filter.state }),
        ...(filter.text && { subject: { contains: filter.text } }),
      },
      limit: filter.limit,
      locale: filter.locale,
      ...(filter.cursor !== undefined && { cursor: filter.cursor }),
    }
  )
  const serviceOf = servicesByKey(mine)
  const reports = await reportsOf(mine, rows)
  const errands = rows.flatMap((row) => {
    const service = serviceOf.get(String(row.service))
    if (!service) return []
    return presentErrand(row, service, reports.get(`${service.object.pointId}:${String(row.call)}`))
  })
  return { errands, next }
}

/** Services by what rows call them. */
const servicesByKey = (services: readonly ErrandService[]): Map<string, ErrandService> =>
  new Map(services.map((service) => [service.object.publicKey, service]))

async function reportsOf(services: readonly ErrandService[], rows: readonly Row[]) {
  const points = [...new Set(services.map(({ object }) => object.pointId))]
  const errands = [...new Set(rows.map(({ call }) => String(call)))]
  const found = errands.length
    ? await ErrandReport.query().whereIn('pointId', points).whereIn('errand', errands)
    : []
  return new Map(found.map((report) => [`${report.pointId}:${report.errand}`, report]))
}
