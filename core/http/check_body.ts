import type { HttpRequest } from '@adonisjs/core/http'
import bodyParser from '#config/bodyparser'
import { unsupportedContentType } from '#core/http/errors'
import { type Validator, refuseUnknownFields } from '#core/http/refuse_unknown_fields'

const CHANGING = ['PATCH', 'PUT']

/**
 * Refuses a body of which something would be left out before a validator sees it.
 *
 * @throws E_UNKNOWN_FIELD, E_UNSUPPORTED_CONTENT_TYPE
 */
export function checkBody(request: HttpRequest, validator: Validator) {
  const read = [...bodyParser.json.types, ...bodyParser.form.types]
  if (Number(request.header('content-length') ?? 0) > 0 && !request.is(read)) {
    throw unsupportedContentType(request.header('content-type') ?? '', read)
  }
  refuseUnknownFields(validator, request.body(), CHANGING.includes(request.method()))
}
