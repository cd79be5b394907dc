import { RequestError } from '#core/http/request_error'

/** As where no route is: what is hidden cannot be told from what is not there. */
export const nothingHere = () =>
  new RequestError({
    status: 404,
    code: 'E_ROUTE_NOT_FOUND',
    message: 'There is nothing at this address.',
  })

/** The address with its query has more letters than are read. */
export const addressTooLong = (most: number) =>
  new RequestError({
    status: 414,
    code: 'E_ADDRESS_TOO_LONG',
    message: `The address is longer than ${most} characters. Ask for less at a time, or send a long filter in a "$batch".`,
  })

/** A field of the body that its address does not take. */
export const unknownField = ({
  field,
  allowed,
  changes,
}: {
  field: string
  allowed: readonly string[]
  /** Whether something that exists was to be changed. */
  changes: boolean
}) =>
  new RequestError({
    status: 422,
    code: 'E_UNKNOWN_FIELD',
    field,
    message: `${
      changes
        ? `The field "${field}" doesn’t exist or can’t be changed here.`
        : `Unknown field "${field}".`
    } Allowed: ${allowed.join(', ') || 'none'}.`,
    allowed,
  })

/** A body that is not read would seem to be taken. */
export const unsupportedContentType = (type: string, allowed: readonly string[]) =>
  new RequestError({
    status: 415,
    code: 'E_UNSUPPORTED_CONTENT_TYPE',
    field: 'Content-Type',
    message: `Unsupported content type "${type}". Allowed: ${allowed.join(', ')}.`,
    allowed,
  })

/** What is accepted is no JSON. */
export const onlyJson = (accepted: string) =>
  new RequestError({
    status: 406,
    code: 'E_ONLY_JSON',
    field: 'Accept',
    message: `Unsupported content type "${accepted}". Allowed: application/json. A report as a file is asked for by "format", and XML is read from an XML connector of a saved report.`,
    allowed: ['application/json'],
  })
