import type { FactorMethod, SentCode, SessionInfo } from './session.js'
import { request } from './client.js'

export const pauses = ['5m', '1h', '24h'] as const
export type Pause = (typeof pauses)[number]

const at = (user: number | string, what: string) => `/api/admin/v1/users/${user}/${what}`

/** Has a code sent by which the reader proves once more who they are. */
export const askForProof = (method: FactorMethod['method']) =>
  request<SentCode>('POST', '/api/account/proof', { body: { method } })

/** Goes on in the user's place, for at most an hour; looking only, unless `write`. */
export const beginActing = (
  user: number | string,
  proof: { code: string; method: FactorMethod['method']; write: boolean }
) => request<SessionInfo>('POST', at(user, 'acting'), { body: proof })

/** Lets the user in with the password alone for a while. */
export const pauseFactor = (user: number | string, length: Pause) =>
  request<{ until: string }>('POST', at(user, 'factor-pause'), { body: { for: length } })

export const endPause = (user: number | string) => request<void>('DELETE', at(user, 'factor-pause'))

/** Mails the user a link by which they add an authenticator app themselves. */
export const sendEnrolment = (user: number | string) => request<void>('POST', at(user, 'enrolment'))
