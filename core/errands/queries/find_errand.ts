import { unknownErrand } from '#core/errands/errors'
import ErrandReport from '#core/errands/models/errand_report'
import { presentErrand, type ListedErrand } from '#core/errands/present_errand'
import { errandServices, type ErrandService } from '#core/errands/queries/errand_services'
import { everyDate, readTable } from '#core/errands/queries/read_table'
import type { Reader } from '#core/permissions/reader'

/** One errand that the reader sees. */
export interface FoundErrand {
  service: ErrandService
  /** Its record, where it was reported here. */
  report: ErrandReport | null
  errand: ListedErrand
}

/** The errand of a service, by the id of the service and its own key. Throws `E_UNKNOWN_ERRAND`. */
export async function findErrand(
  reader: Reader,
  names: { service: unknown; errand: unknown },
  locale: string
): Promise<FoundErrand> {
  const key = String(names.errand)
  const services = await errandServices(reader)
  const service = services.find(({ object }) => String(object.id) === String(names.service))
  if (!service) throw unknownErrand(key)
  const { object, source } = service
  const { rows } = await readTable(
    { ...reader, objectIds: new Set([object.id]) },
    source.errands.list,
    everyDate(),
    { filters: { errand: key }, limit: 1, locale }
  )
  const [row] = rows
  if (!row) throw unknownErrand(key)
  const report = await ErrandReport.findBy({ pointId: object.pointId, errand: key })
  return { service, report, errand: presentErrand(row, service, report ?? undefined) }
}
