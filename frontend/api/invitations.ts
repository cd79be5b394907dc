import { request } from './client.js'

/** Who an invitation is for. */
export interface Invitation {
  email: string
  name: string
}

const address = (token: string) => `/api/invitation/${encodeURIComponent(token)}`

export const getInvitation = (token: string) => request<Invitation>('GET', address(token))

export const acceptInvitation = (token: string, password: string) =>
  request<void>('POST', address(token), { body: { password } })
