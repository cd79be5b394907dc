import type { Branding } from './branding.js'
import { request } from './client.js'

export interface CustomerChoice {
  slug: string
  name: string
}

/** Who is signed in, and to which customer. */
export interface SessionInfo {
  user: {
    name: string
    email: string
    language: string
    zone: string | null
    startPage: string | null
  }
  /** Null for who runs the installation, while no customer has invited them. */
  customer:
    | (CustomerChoice & {
        id: number
        zone: string
        edition: string
        dayWindow: { from: string; to: string } | null
      })
    | null
  customers: CustomerChoice[]
  role: string
  /** In which moments are told. */
  zone: string
  /** Of the operator that serves the customer; null for the product's own look. */
  brand: Branding | null
  capabilities: string[]
  /** Keys of the customer's modules of which the reader may do anything. */
  modules: string[]
  /** Since the sign-in before this one, which was then, from there. */
  failedSignIns: number
  lastSignInAt: string | null
  lastSignInAddress: string | null
  actingFor: Acting | null
}

/** An administrator uses this account to help its owner, until a moment. */
export interface Acting {
  userId: number
  name: string
  email: string
  until: string
  write: boolean
  by: { name: string; email: string }
}

/** A way to get a code; `shown` is where it goes, as much as anybody may see of it. */
export interface FactorMethod {
  method: 'email' | 'sms' | 'authenticator'
  shown: string
}

/** The password was right, and the second factor is awaited. */
export interface FactorStep {
  step: 'factor'
  methods: FactorMethod[]
  /** Customers that demand no second factor just now. */
  paused: CustomerChoice[]
}

/** A code is on its way, or shown by the app. */
export interface SentCode extends FactorMethod {
  againInSeconds?: number
  expiresInSeconds?: number
}

export const getSession = () => request<SessionInfo>('GET', '/api/session')

export const openSession = (email: string, password: string) =>
  request<SessionInfo | FactorStep>('POST', '/api/session', { body: { email, password } })

/** The ways of the sign-in that is under way. */
export const listMethods = () => request<FactorStep>('GET', '/api/session/methods')

export const sendCode = (method: FactorMethod['method']) =>
  request<SentCode>('POST', '/api/session/code', { body: { method } })

export const verifyCode = (code: string, method: FactorMethod['method']) =>
  request<SessionInfo>('POST', '/api/session/verify', { body: { code, method } })

/** Opens the one customer whose administrator has paused the second factor. */
export const enterPaused = (customer: string) =>
  request<SessionInfo>('POST', '/api/session/paused', { body: { customer } })

/** Ends the help to another user. */
export const endActing = () => request<SessionInfo>('DELETE', '/api/session/acting')

export const closeSession = () => request<void>('DELETE', '/api/session')

export const changeSession = (change: { language?: string; customer?: string | null }) =>
  request<SessionInfo>('PATCH', '/api/session', { body: change })
