import { ApiError, request, requestFile } from './client.js'

/** An errand, of the platform or reported here. Moments are local with offset. */
export interface Errand {
  errand: string
  service: number
  serviceName: string
  at: string
  subject: string | null
  category: string | null
  state: string
  stateLabel: string
  caller: string | null
  person: string | null
  personName: string | null
  reportedBy: string | null
  deliveredAt: string | null
  closedAt: string | null
  /** Reported here, so that it can be changed here. */
  reported: boolean
  isNew: boolean
}

export interface ErrandComment {
  at: string
  author: string | null
  text: string
  fromCustomer: boolean
  internal: boolean
}

export interface ErrandDocument {
  id: string
  name: string
  size: number
  internal: boolean
  author: string
  addedAt: string
}

export interface ErrandService {
  id: number
  name: string
  identifier: string
}

export interface ErrandFilter {
  from: string
  to: string
  state?: string
  text?: string
  cursor?: string
}

export interface ErrandChange {
  person?: string | null
  category?: string | null
  closed?: boolean
}

const errands = '/api/errands/v1'
/** What names an errand in addresses. */
export interface ErrandName {
  service: number | string
  errand: string
}
const addressOf = ({ service, errand }: ErrandName) =>
  `${errands}/${service}/${encodeURIComponent(errand)}`

export function listErrands(filter: ErrandFilter) {
  const query = new URLSearchParams()
  for (const [name, value] of Object.entries(filter)) if (value) query.set(name, String(value))
  return request<{ errands: Errand[]; next: string | null }>('GET', `${errands}?${query}`)
}

export const listErrandServices = () =>
  request<{ services: ErrandService[] }>('GET', `${errands}/services`)
export const countNewErrands = () => request<{ count: number }>('GET', `${errands}/new`)
export const listAssignees = () => request<{ people: string[] }>('GET', `${errands}/assignees`)

export const reportErrand = (body: { service: number; category: string; subject: string }) =>
  request<ErrandName>('POST', errands, { body })
export const getErrand = (name: ErrandName) =>
  request<{ errand: Errand; comments: ErrandComment[] }>('GET', addressOf(name))
export const changeErrand = (name: ErrandName, body: ErrandChange) =>
  request<{ errand: Errand }>('PATCH', addressOf(name), { body })
export const commentErrand = (name: ErrandName, body: { text: string; internal: boolean }) =>
  request<{ comments: ErrandComment[] }>('POST', `${addressOf(name)}/comments`, { body })

export const listDocuments = (name: ErrandName) =>
  request<{ documents: ErrandDocument[] }>('GET', `${addressOf(name)}/documents`)
export const fetchDocument = (id: string) => requestFile(`${errands}/documents/${id}`, {}, 'GET')
export const removeDocument = (id: string) => request<void>('DELETE', `${errands}/documents/${id}`)

/** Sends the file itself; its name travels in the address. */
export function addDocument(name: ErrandName, file: File, internal: boolean) {
  const query = new URLSearchParams({ name: file.name, ...(internal && { internal: 'true' }) })
  return request<{ document: ErrandDocument }>('POST', `${addressOf(name)}/documents?${query}`, {
    body: file,
  })
}

/** Whether the reader is told of every errand they see; null where they may see none. */
export async function getSubscription(): Promise<boolean | null> {
  try {
    const { all } = await request<{ all: boolean }>('GET', `${errands}/subscription`)
    return all
  } catch (error) {
    if (error instanceof ApiError && error.status === 403) return null
    throw error
  }
}
export const putSubscription = (all: boolean) =>
  request<{ all: boolean }>('PUT', `${errands}/subscription`, { body: { all } })
