import { RequestError } from '#core/http/request_error'

/** A moment or date that is none. */
export const badMoment = (field: string, text: string) =>
  new RequestError({
    status: 422,
    code: 'E_BAD_MOMENT',
    field,
    message: `"${text}" is neither a date such as 2026-01-31 nor a moment such as 2026-01-31T12:00:00Z.`,
  })
