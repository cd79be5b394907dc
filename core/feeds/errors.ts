import { RequestError } from '#core/http/request_error'
import type SavedReport from '#core/saved_reports/models/saved_report'
import type { SavedReportState } from '#core/saved_reports/sends_on'

/** Nothing answers at this address: it never did, or no longer does. */
export const unknownAddress = () =>
  new RequestError({
    status: 404,
    code: 'E_UNKNOWN_ADDRESS',
    message: 'There is no connector at this address.',
  })

/** The connector has no such file or table. */
export const unknownPath = (path: string, known: readonly string[]) =>
  new RequestError({
    status: 404,
    code: 'E_UNKNOWN_PATH',
    message: `There is no "${path}" at this address. There are: ${known.join(', ')}.`,
    allowed: known,
  })

/** Nothing can be changed below a connector's address. */
export const onlyRead = (method: string) =>
  new RequestError({
    status: 405,
    code: 'E_READ_ONLY',
    message: `This address is only read: "${method}" is not supported. Use GET.`,
    allowed: ['GET', 'HEAD', 'OPTIONS'],
  })

/** More was sent along than is read. */
export const bodyTooLong = (most: number) =>
  new RequestError({
    status: 413,
    code: 'E_REQUEST_TOO_LARGE',
    message: `The body is longer than ${most / 1024} KB. Send it in parts.`,
  })

/** The address wants a token, and there was none or another. */
export const badToken = () =>
  new RequestError({
    status: 401,
    code: 'E_BAD_TOKEN',
    message:
      'Send the access token of this connector: as the password with any user name, as a bearer token, in X-Api-Key, or as ?access_token=.',
  })

/** The connector has been switched off. */
export const connectorOff = () =>
  new RequestError({
    status: 403,
    code: 'E_INACTIVE',
    message: 'The connector is not active. Its owner can switch it on.',
  })

/** The saved report that a connector belongs to does not send now, so nothing is read of it either. */
export const reportClosed = (
  state: Exclude<SavedReportState, 'active'>,
  { pausedUntil, expiresOn }: Pick<SavedReport, 'pausedUntil' | 'expiresOn'>
) => {
  const until = pausedUntil === null ? '' : ` until ${pausedUntil}`
  const sentences = {
    inactive: 'The saved report is not active. Its owner can switch it on.',
    paused: `The saved report is paused${until}. Its owner can resume it.`,
    expired: `The saved report expired after ${expiresOn}. Its owner can choose a later day.`,
  }
  const codes = { inactive: 'E_INACTIVE', paused: 'E_PAUSED', expired: 'E_EXPIRED' }
  return new RequestError({ status: 403, code: codes[state], message: sentences[state] })
}

/** One connector is asked more than anybody needs. */
export const tooManyPulls = (seconds: number) =>
  new RequestError({
    status: 429,
    code: 'E_TOO_MANY_REQUESTS',
    message: `This address is asked too often. Try again in ${seconds} seconds.`,
    retryAfterSeconds: seconds,
  })

/** A part of the address's query that is not as it should be. */
export const invalidOption = (name: string, message: string, allowed?: readonly string[]) =>
  new RequestError({ status: 400, code: 'E_INVALID_OPTION', message, field: name, allowed })

/** A place that this address never handed out, or handed out for another question. */
export const invalidPlace = () =>
  new RequestError({
    status: 400,
    code: 'E_INVALID_CURSOR',
    message: 'The place to go on from is not one that this address handed out for this question.',
    field: 'cursor',
  })

/** There is no connector of this id among those of the saved report. */
export const unknownConnector = (id: string) =>
  new RequestError({
    status: 404,
    code: 'E_UNKNOWN_CONNECTOR',
    message: `This saved report has no connector "${id}".`,
  })

/** No plugin connects to this tool. */
export const unknownKind = (kind: string, known: readonly string[]) =>
  new RequestError({
    status: 422,
    code: 'E_UNKNOWN_CONNECTOR_KIND',
    message: `There is no connector for "${kind}". There are: ${known.join(', ')}.`,
    field: 'kind',
    allowed: known,
  })

/** The number of a period that takes one, or takes none. */
export const invalidPeriodCount = (most: number | undefined) =>
  new RequestError({
    status: 422,
    code: 'E_INVALID_PERIOD_COUNT',
    message:
      most === undefined
        ? 'This period takes no number.'
        : `This period takes a whole number from 1 to ${most}.`,
    field: 'periodCount',
  })
