import { request } from './client.js'

export type Role = 'administrator' | 'user' | 'customerUser'
export const errandRights = [
  'errands.read',
  'errands.report',
  'errands.comment',
  'errands.documents',
  'errands.upload',
  'errands.handle',
] as const
export type ErrandRight = (typeof errandRights)[number]
export type Right = 'specifications.open' | 'exports.make' | 'customerUsers.manage' | ErrandRight

/** Whom an administration page is about: every user of the customer, or its outsiders only. */
export type PeopleKind = 'users' | 'customer-users'

/** A user of the customer. Moments are ISO texts. */
export interface Person {
  id: number
  name: string
  email: string
  mobile: string | null
  language: string
  role: Role
  seesEverything: boolean
  seesEverythingUntil: string | null
  callSpecification: boolean
  rights: Right[]
  /** An administrator keeps them out. */
  locked: boolean
  /** Until when failed sign-ins keep them out. */
  lockedUntil: string | null
  failedSignIns: number
  lastSignInAt: string | null
  invitedUntil: string | null
  /** Whether they have chosen a password. */
  active: boolean
  objects: number
  groups: number
  tickets: number
}

export interface Assignment {
  objects: number[]
  groups: number[]
  /** Collection points, each with all that is there and will be. */
  points?: number[]
}

/** What may be said of a person; what is left out stays. */
export interface PersonChange {
  name?: string
  role?: Role
  language?: string
  mobile?: string | null
  seesEverything?: boolean
  seesEverythingUntil?: string | null
  callSpecification?: boolean
  rights?: Right[]
}

/** Whether a mail went; `problem` says in words why not. */
export interface InvitationSent {
  sent: boolean
  problem: string | null
}

/** Something that a person did. */
export interface Activity {
  position: number
  at: string
  action: string
  actionLabel: string
  subject: string
  address: string | null
  actingFor: string
}

const at = (kind: PeopleKind, id?: number, rest = '') =>
  `/api/admin/v1/${kind}${id === undefined ? '' : `/${id}`}${rest}`

export async function listPeople(kind: PeopleKind): Promise<Person[]> {
  const { users } = await request<{ users: Person[] }>('GET', at(kind))
  return users
}

export async function getPerson(kind: PeopleKind, id: number): Promise<Person> {
  const { user } = await request<{ user: Person }>('GET', at(kind, id))
  return user
}

/** Adds a person; who has no account is invited by mail. */
export const addPerson = (
  kind: PeopleKind,
  person: PersonChange & Partial<Assignment> & { email: string }
) =>
  request<{ user: Person; invitation: InvitationSent | null }>('POST', at(kind), { body: person })

export async function changePerson(
  kind: PeopleKind,
  id: number,
  change: PersonChange
): Promise<Person> {
  const { user } = await request<{ user: Person }>('PATCH', at(kind, id), { body: change })
  return user
}

export const removePerson = (kind: PeopleKind, id: number) => request<void>('DELETE', at(kind, id))

export const sendInvitation = (kind: PeopleKind, id: number) =>
  request<InvitationSent>('POST', at(kind, id, '/invitation'))

export const invalidateInvitation = (kind: PeopleKind, id: number) =>
  request<void>('DELETE', at(kind, id, '/invitation'))

export const lockPerson = (id: number) => request<void>('POST', at('users', id, '/lock'))

export const unlockPerson = (id: number) => request<void>('DELETE', at('users', id, '/lock'))

export const getAssignment = (kind: PeopleKind, id: number) =>
  request<Assignment>('GET', at(kind, id, '/assignments'))

export const putAssignment = (kind: PeopleKind, id: number, assignment: Assignment) =>
  request<Assignment>('PUT', at(kind, id, '/assignments'), { body: assignment })

export async function listActivity(kind: PeopleKind, id: number): Promise<Activity[]> {
  const { entries } = await request<{ entries: Activity[] }>('GET', at(kind, id, '/activity'))
  return entries
}

/** An object that can be given to somebody, and the groups it is in. */
export interface AssignableObject {
  id: number
  objectType: string
  identifier: string
  name: string
  point: string
  groups: number[]
}

export interface Assignable {
  groups: { id: number; name: string; description: string; objects: number }[]
  objects: AssignableObject[]
  points?: { id: number; name: string; source: string }[]
}

/** What the reader can give to others. */
export const listAssignable = () => request<Assignable>('GET', '/api/admin/v1/assignable')
