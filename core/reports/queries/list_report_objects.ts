import { RequestError } from '#core/http/request_error'
import { listObjects, type ReportObject } from '#core/measurement_objects/queries/list_objects'
import type { Reader } from '#core/permissions/reader'
import { objectAddresses } from '#core/reports/objects/object_addresses'
import { givenReportType } from '#core/reports/queries/given_report_types'
import { subjectTypes } from '#core/reports/subject_types'

/**
 * The objects of a report type's subject, each with the `address` that a request names it by.
 *
 * @throws E_UNKNOWN_REPORT_TYPE naming the known ones
 */
export async function listReportObjects(
  reader: Reader,
  key: unknown
): Promise<(ReportObject & { address: string })[]> {
  const found = await givenReportType(reader.customerId, key, (known) => unknownType(key, known))
  const types = subjectTypes(found.type)
  const everyObject = { ...reader, objectIds: null }
  const objects = await listObjects(everyObject, types, found.source.key)
  const addresses = objectAddresses(objects, types)
  return objects
    .filter(({ id, disabled }) => !disabled && (!reader.objectIds || reader.objectIds.has(id)))
    .map((object) => ({ ...object, address: addresses.get(object)! }))
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
