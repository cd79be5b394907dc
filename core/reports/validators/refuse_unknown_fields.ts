import { RequestError } from '#core/http/request_error'

/**
 * A misspelt field would otherwise be left out silently, and the report be of something else than
 * was asked for.
 *
 * @throws E_UNKNOWN_FIELD naming the known ones
 */
export function refuseUnknownFields(
  body: Record<string, unknown>,
  known: readonly string[],
  under = ''
) {
  const unknown = Object.keys(body).find((field) => !known.includes(field))
  if (unknown === undefined) return
  throw new RequestError({
    status: 422,
    code: 'E_UNKNOWN_FIELD',
    message: `There is no field "${unknown}". The known ones are ${known.join(', ')}.`,
    field: under + unknown,
    allowed: known,
  })
}
