import { RequestError } from '#core/http/request_error'

export const unknownErrand = (errand: string) =>
  new RequestError({
    status: 404,
    code: 'E_UNKNOWN_ERRAND',
    message: `Unknown errand "${errand}", or you don’t have access to it.`,
  })

/** The object that an errand is reported for is none of those that the reporter sees. */
export const unknownService = (service: string, known: readonly string[]) =>
  new RequestError({
    status: 404,
    code: 'E_UNKNOWN_SERVICE',
    field: 'service',
    message: `Unknown service "${service}". Allowed: ${known.join(', ') || 'none'}.`,
    allowed: known,
  })

/** Only the platform changes errands that it made itself. */
export const platformErrand = (errand: string) =>
  new RequestError({
    status: 409,
    code: 'E_PLATFORM_ERRAND',
    message: `Errand "${errand}" comes from the platform. It can be commented on here, and changed there.`,
  })

export const unknownAssignee = (email: string) =>
  new RequestError({
    status: 422,
    code: 'E_UNKNOWN_ASSIGNEE',
    field: 'person',
    message: `Unknown person "${email}". Enter the email address of one of the customer’s users.`,
  })

export const internalFromCustomer = () =>
  new RequestError({
    status: 422,
    code: 'E_INTERNAL_FROM_CUSTOMER',
    field: 'internal',
    message: 'Customer users can’t write what customer users don’t see.',
  })

export const unknownDocument = (id: string) =>
  new RequestError({
    status: 404,
    code: 'E_UNKNOWN_DOCUMENT',
    message: `Unknown document "${id}", or you don’t have access to it.`,
  })

export const documentTooLarge = (megabytes: number) =>
  new RequestError({
    status: 413,
    code: 'E_DOCUMENT_TOO_LARGE',
    message: `A document can be at most ${megabytes} MB.`,
  })

export const documentType = (allowed: readonly string[]) =>
  new RequestError({
    status: 422,
    code: 'E_DOCUMENT_TYPE',
    message: `Unsupported document. Allowed: ${allowed.join(', ')}, with the content that the name says.`,
    allowed,
  })

export const tooManyDocuments = (most: number) =>
  new RequestError({
    status: 409,
    code: 'E_TOO_MANY_DOCUMENTS',
    message: `An errand can have at most ${most} documents.`,
  })
