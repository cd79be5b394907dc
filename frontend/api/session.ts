import { request } from './client.js'

export interface CustomerChoice {
  slug: string
  name: string
}

/** Who is signed in, and to which customer. */
export interface SessionInfo {
  user: { name: string; email: string; language: string }
  customer: CustomerChoice & { id: number; zone: string; edition: string }
  customers: CustomerChoice[]
  role: string
}

export const getSession = () => request<SessionInfo>('GET', '/api/session')

export const openSession = (email: string, password: string) =>
  request<SessionInfo>('POST', '/api/session', { body: { email, password } })

export const closeSession = () => request<void>('DELETE', '/api/session')

export const changeSession = (change: { language?: string; customer?: string }) =>
  request<SessionInfo>('PATCH', '/api/session', { body: change })
