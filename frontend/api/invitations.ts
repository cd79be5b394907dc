import { request } from './client.js'

/** Who an invitation is for, and how they can take it: by a password, their organisation's sign-in, or either. */
export interface Invitation {
  email: string
  name: string
  connections: { key: string; name: string; customer: string }[]
  password: boolean
}

const address = (token: string) => `/api/invitation/${encodeURIComponent(token)}`

export const getInvitation = (token: string) => request<Invitation>('GET', address(token))

export const acceptInvitation = (token: string, password: string) =>
  request<void>('POST', address(token), { body: { password } })
