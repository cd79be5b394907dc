import { RequestError } from '#core/http/request_error'

const known = (keys: readonly string[]) =>
  keys.length === 0 ? 'None is installed.' : `There are: ${keys.join(', ')}.`

/** E_UNKNOWN_SOURCE: no source of this key is installed. */
export const unknownSource = (key: string, allowed: readonly string[]) =>
  new RequestError({
    status: 422,
    code: 'E_UNKNOWN_SOURCE',
    message: `There is no source "${key}". ${known(allowed)}`,
    field: 'source',
    allowed,
  })

/** E_UNKNOWN_REPORT: no source has a report type of this key. */
export const unknownReport = (key: string, allowed: readonly string[]) =>
  new RequestError({
    status: 422,
    code: 'E_UNKNOWN_REPORT',
    message: `There is no report "${key}". ${known(allowed)}`,
    field: 'report',
    allowed,
  })

/** E_UNKNOWN_EXPORTER: no exporter of this key is installed. */
export const unknownExporter = (key: string, allowed: readonly string[]) =>
  new RequestError({
    status: 422,
    code: 'E_UNKNOWN_EXPORTER',
    message: `There is no format "${key}". ${known(allowed)}`,
    field: 'format',
    allowed,
  })

/** E_UNKNOWN_CHANNEL: no channel of this key is installed. */
export const unknownChannel = (key: string, allowed: readonly string[]) =>
  new RequestError({
    status: 422,
    code: 'E_UNKNOWN_CHANNEL',
    message: `There is no channel "${key}". ${known(allowed)}`,
    field: 'channel',
    allowed,
  })
