import { RequestError } from '#core/http/request_error'
import { listObjects, type ReportObject } from '#core/measurement_objects/queries/list_objects'
import type { Reader } from '#core/permissions/reader'
import { givenReportType } from '#core/reports/queries/given_report_types'
import { subjectTypes } from '#core/reports/subject_types'

/**
 * The objects of a report type's subject, each with the `address` that a request names it by: its
 * identifier, or `point:identifier` where the customer has the same identifier twice.
 *
 * @throws E_UNKNOWN_REPORT_TYPE naming the known ones
 */
export async function listReportObjects(
  reader: Reader,
  key: unknown
): Promise<(ReportObject & { address: string })[]> {
  const found = await givenReportType(reader.customerId, key, (known) => unknownType(key, known))
  const objects = await listObjects(reader, subjectTypes(found.type), found.source.key)
  const seen = Map.groupBy(objects, (object) => object.identifier)
  return objects.map((object) => ({
    ...object,
    address:
      (seen.get(object.identifier)?.length ?? 0) > 1
        ? `${object.pointName}:${object.identifier}`
        : object.identifier,
  }))
}

const unknownType = (key: unknown, allowed: string[]) =>
  new RequestError({
    status: 422,
    code: 'E_UNKNOWN_REPORT_TYPE',
    message:
      key === undefined
        ? `Say which report type the objects are for: ?type= one of ${allowed.join(', ')}.`
        : `There is no report type "${String(key)}". The known ones are ${allowed.join(', ')}.`,
    field: 'type',
    allowed,
  })
