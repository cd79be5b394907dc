import { request } from './client.js'
import type { NewAuthenticator } from './account.js'

const at = (kind: string, token: string) => `/api/${kind}/${encodeURIComponent(token)}`

/** Asks for a mail with a link to choose a new password; the answer is the same whether there is such an account. */
export const askForReset = (email: string) =>
  request<void>('POST', '/api/password-reset', { body: { email } })

export const getReset = (token: string) =>
  request<{ email: string }>('GET', at('password-reset', token))

export const resetPassword = (token: string, password: string) =>
  request<void>('POST', at('password-reset', token), { body: { password } })

/** Which of the two addresses have said yes to an e-mail address being changed. */
export interface EmailConfirmations {
  old: boolean
  new: boolean
}

export const getEmailChange = (token: string) =>
  request<{
    email: string
    newEmail: string
    confirmed: EmailConfirmations
    /** The customer that proposed it; null where the person asked for it themselves. */
    proposedBy: string | null
  }>('GET', at('email-change', token))

export const confirmEmailChange = (token: string) =>
  request<{ changed: boolean; confirmed: EmailConfirmations }>('POST', at('email-change', token))

/** Says yes, signed in, to what an administrator proposed. */
export const acceptEmail = (token: string, password: string) =>
  request<{ changed: boolean; confirmed: EmailConfirmations }>('POST', at('account/email', token), {
    body: password ? { password } : {},
  })

export const getEnrolment = (token: string) =>
  request<{ email: string; name: string }>('GET', at('enrolment', token))

export const beginEnrolment = (token: string) =>
  request<Omit<NewAuthenticator, 'id'>>('POST', at('enrolment', token))

export const verifyEnrolment = (token: string, code: string) =>
  request<void>('POST', `${at('enrolment', token)}/verify`, { body: { code } })
