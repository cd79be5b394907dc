import { RequestError } from '#core/http/request_error'

/** The address with its query has more letters than are read. */
export const addressTooLong = (most: number) =>
  new RequestError({
    status: 414,
    code: 'E_ADDRESS_TOO_LONG',
    message: `The address is longer than ${most} characters. Ask for less at a time, or send a long filter in a "$batch".`,
  })
