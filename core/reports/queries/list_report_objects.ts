import { RequestError } from '#core/http/request_error'
import type { ReportObject } from '#core/measurement_objects/queries/list_objects'
import type { Reader } from '#core/permissions/reader'
import { readKnownObjects } from '#core/reports/objects/read_known_objects'
import { givenReportType } from '#core/reports/queries/given_report_types'
import { subjectTypes } from '#core/reports/subject_types'
import { versionOf } from '#core/versions/version_of'

/**
 * The objects of a report type's subject, each with the `address` that a request names it by.
 *
 * @throws E_UNKNOWN_REPORT_TYPE naming the known ones
 */
export async function listReportObjects(
  reader: Reader,
  key: unknown
): Promise<(ReportObject & { address: string })[]> {
  const of = await versionOf(reader.customerId)
  const found = await givenReportType(of, key, (known) => unknownType(key, known))
  const types = subjectTypes(found.type)
  const objects = await readKnownObjects(of, found.source.key, types, types)
  return objects.all
    .filter(({ id, disabled }) => !disabled && (!reader.objectIds || reader.objectIds.has(id)))
    .map((object) => ({ ...object, address: objects.address(object) }))
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
