import { request } from './client.js'

export const grants = ['report', 'collect'] as const
/** One of these, or the key of a module. */
export type Grant = string

/** What a program acts with in a user's place. */
export interface Ticket {
  id: number
  name: string
  token: string
  grants: Grant[]
  createdAt: string
  lastUsedAt: string | null
}

/** A ticket and its secret, which is told this once. */
export interface TicketSecret {
  ticket: Ticket
  secret: string
}

const at = (user: number | string, rest = '') => `/api/admin/v1/users/${user}/tickets${rest}`

export async function listTickets(user: number | string): Promise<Ticket[]> {
  const { tickets } = await request<{ tickets: Ticket[] }>('GET', at(user))
  return tickets
}

export const createTicket = (user: number | string, ticket: { name: string; grants: Grant[] }) =>
  request<TicketSecret>('POST', at(user), { body: ticket })

/** A new secret; the old one ends at once. */
export const rotateTicket = (user: number | string, ticket: number) =>
  request<TicketSecret>('POST', at(user, `/${ticket}/rotate`))

export const revokeTicket = (user: number | string, ticket: number) =>
  request<void>('DELETE', at(user, `/${ticket}`))
