import { request } from './client.js'
import type { FactorMethod } from './session.js'

/** A second factor that a person has. E-mail cannot be taken away. */
export interface Factor extends FactorMethod {
  id: number | null
  name: string
  createdAt?: string | null
  removable: boolean
}

/** An account of an organisation's that opens this one. */
export interface Identity {
  id: number
  issuer: string
  createdAt: string
}

/** A person's own account. Moments are ISO texts. */
export interface Account {
  name: string
  email: string
  /** Asked for, and not yet confirmed. */
  newEmail: string | null
  /** Whether an administrator proposed it. What they ask for themselves is confirmed at both addresses. */
  newEmailProposed: boolean
  mobile: string | null
  mobileConfirmed: boolean
  startPage: string | null
  language: string
  /** Of time stamps; null follows the customer. */
  zone: string | null
  /** In which moments are told where they have chosen none. */
  usualZone: string
  /** How they are told of what concerns them. */
  notifiedBy: 'email' | 'sms' | 'none'
  role: string
  hasPassword: boolean
  connections: { key: string; name: string }[]
  identities: Identity[]
  factors: Factor[]
  failedSignIns: number
  lastSignInAt: string | null
  lastSignInAddress: string | null
}

/** A code on its way to a number. */
export interface CodeOnItsWay {
  shown: string
  againInSeconds: number
  expiresInSeconds: number
}

/** An app that waits for its first code; `svg` is the QR code of `uri`. */
export interface NewAuthenticator {
  id: number
  key: string
  uri: string
  svg: string
}

/** A browser that the person is signed in with. */
export interface AccountSession {
  id: number
  current: boolean
  /** As the browser calls itself. */
  device: string
  address: string
  createdAt: string
  lastSeenAt: string
  actingFor: { name: string } | null
}

export type AccountChange = Partial<
  Pick<Account, 'name' | 'startPage' | 'language' | 'zone' | 'notifiedBy'>
>

export const getAccount = () => request<Account>('GET', '/api/account')

export const changeAccount = (change: AccountChange) =>
  request<Account>('PATCH', '/api/account', { body: change })

export const changePassword = (current: string, password: string) =>
  request<void>('POST', '/api/account/password', { body: { current, password } })

export const askForEmail = (email: string, password: string) =>
  request<void>('POST', '/api/account/email', { body: { email, password } })

export const takeEmailBack = () => request<void>('DELETE', '/api/account/email')

export const askForMobile = (mobile: string, password: string) =>
  request<CodeOnItsWay>('POST', '/api/account/mobile', { body: { mobile, password } })

export const verifyMobile = (code: string) =>
  request<void>('POST', '/api/account/mobile/verify', { body: { code } })

export const removeMobile = (password: string) =>
  request<void>('DELETE', '/api/account/mobile', { body: { password } })

export const beginAuthenticator = (name: string, password: string) =>
  request<NewAuthenticator>('POST', '/api/account/authenticators', {
    body: { name: name || undefined, password },
  })

export const verifyAuthenticator = (id: number, code: string) =>
  request<void>('POST', `/api/account/authenticators/${id}/verify`, { body: { code } })

export const removeAuthenticator = (id: number, password: string) =>
  request<void>('DELETE', `/api/account/authenticators/${id}`, { body: { password } })

export async function listSessions(): Promise<AccountSession[]> {
  const { sessions } = await request<{ sessions: AccountSession[] }>('GET', '/api/account/sessions')
  return sessions
}

export const endSession = (id: number) => request<void>('DELETE', `/api/account/sessions/${id}`)

export const endOtherSessions = () => request<void>('DELETE', '/api/account/sessions')

/** Answers the address that the browser opens to join the organisation's account with this one. */
export const joinIdentity = (key: string, password: string) =>
  request<{ location: string }>('POST', '/api/account/identities', { body: { key, password } })

export const removeIdentity = (id: number, password: string) =>
  request<void>('DELETE', `/api/account/identities/${id}`, { body: { password } })
