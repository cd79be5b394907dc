import { request } from './client.js'

/** Who an invitation is for, and how they can take it: by a password, their organisation's sign-in, or either. */
export interface Invitation {
  email: string
  name: string
  connections: { key: string; name: string; customer: string }[]
  password: boolean
  /** Who invites to become a member; null where it is about an account only. */
  customer: string | null
  /** The address has an account, whose password is asked for. */
  known: boolean
}

/** A customer that invites the person who is signed in. */
export interface OwnInvitation {
  id: number
  customer: string
  role: string
  expiresAt: string
}

const address = (token: string) => `/api/invitation/${encodeURIComponent(token)}`

export const getInvitation = (token: string) => request<Invitation>('GET', address(token))

export const acceptInvitation = (token: string, password: string) =>
  request<void>('POST', address(token), { body: { password } })

const own = '/api/account/invitations'

export async function listOwnInvitations(): Promise<OwnInvitation[]> {
  const { invitations } = await request<{ invitations: OwnInvitation[] }>('GET', own)
  return invitations
}

export const acceptOwnInvitation = (id: number) => request<void>('POST', `${own}/${id}`)

export const declineOwnInvitation = (id: number) => request<void>('DELETE', `${own}/${id}`)
