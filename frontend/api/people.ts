import { listQuery, type ListAnswer, type ListQuestion } from './list.js'
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
export const ownRights = [
  'specifications.open',
  'exports.make',
  'customerUsers.manage',
  ...errandRights,
] as const
/** One of the product's own, or a module's: `<key>.<name>`. */
export type Right = (typeof ownRights)[number] | `${string}.${string}`

/** Whom an administration page is about: every user of the customer, or its outsiders only. */
export type PeopleKind = 'users' | 'customer-users'

/** A member's account number; of who is only invited, `i` and a number. */
export type PersonId = number | string

/** A user of the customer, or who is invited to be one. Moments are ISO texts. */
export interface Person {
  id: PersonId
  name: string
  email: string
  mobile: string | null
  language: string
  /** Set for them here; null for the customer's. */
  zone: string | null
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
  /** Whether they have a way to sign in. */
  active: boolean
  /** They have been invited and haven't accepted: nothing is known of them but the address. */
  invited: boolean
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
  zone?: string | null
  role?: Role
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

const at = (kind: PeopleKind, id?: PersonId, rest = '') =>
  `/api/admin/v1/${kind}${id === undefined ? '' : `/${id}`}${rest}`

export async function listPeople(kind: PeopleKind): Promise<Person[]> {
  const { users } = await request<{ users: Person[] }>('GET', at(kind))
  return users
}

export async function getPerson(kind: PeopleKind, id: PersonId): Promise<Person> {
  const { user } = await request<{ user: Person }>('GET', at(kind, id))
  return user
}

/** Invites a person; they are a user when they have accepted. */
export const addPerson = (
  kind: PeopleKind,
  person: PersonChange & Partial<Assignment> & { email: string; language?: string }
) =>
  request<{ user: Person; invitation: InvitationSent | null }>('POST', at(kind), { body: person })

export async function changePerson(
  kind: PeopleKind,
  id: PersonId,
  change: PersonChange
): Promise<Person> {
  const { user } = await request<{ user: Person }>('PATCH', at(kind, id), { body: change })
  return user
}

/**
 * Proposes another address for a user, who confirms it, and answers it; of who is only invited, invites it
 * instead, and answers null.
 */
export const proposeEmail = (kind: PeopleKind, id: PersonId, email: string) =>
  request<{ newEmail: string | null; sent?: boolean }>('POST', at(kind, id, '/email'), {
    body: { email },
  })

export const withdrawEmail = (kind: PeopleKind, id: PersonId) =>
  request<void>('DELETE', at(kind, id, '/email'))

/** What a user is and owns here, to be read. */
export interface Properties {
  id: number
  email: string
  /** Proposed, and not confirmed yet. */
  newEmail: string | null
  ownName: string
  language: string
  zone: string
  zoneBy: 'user' | 'administrator' | 'customer'
  lastEnteredAt: string | null
  objects: number
  groups: number
  points: number
  tickets: number
  savedReports: number
  connectors: number
}

export async function getProperties(kind: PeopleKind, id: PersonId): Promise<Properties> {
  const answer = await request<{ properties: Properties }>('GET', at(kind, id, '/properties'))
  return answer.properties
}

/** A part of the people, those who have been invited among them. */
export async function searchPeople(
  kind: PeopleKind,
  question: ListQuestion
): Promise<ListAnswer<Person>> {
  const { users, ...counts } = await request<{ users: Person[]; found: number; all: number }>(
    'GET',
    `${at(kind)}?${listQuery(question)}`
  )
  return { rows: users, ...counts }
}

export const removePerson = (kind: PeopleKind, id: PersonId) =>
  request<void>('DELETE', at(kind, id))

export const sendInvitation = (kind: PeopleKind, id: PersonId) =>
  request<InvitationSent>('POST', at(kind, id, '/invitation'))

export const invalidateInvitation = (kind: PeopleKind, id: PersonId) =>
  request<void>('DELETE', at(kind, id, '/invitation'))

export const lockPerson = (id: PersonId) => request<void>('POST', at('users', id, '/lock'))

/** Answers `mailed` where the person clears the lock by a link, as it protects other customers too. */
export const unlockPerson = (id: PersonId) =>
  request<{ mailed?: boolean } | void>('DELETE', at('users', id, '/lock'))

export const getAssignment = (kind: PeopleKind, id: PersonId) =>
  request<Assignment>('GET', at(kind, id, '/assignments'))

export const putAssignment = (kind: PeopleKind, id: PersonId, assignment: Assignment) =>
  request<Assignment>('PUT', at(kind, id, '/assignments'), { body: assignment })

export async function listActivity(kind: PeopleKind, id: PersonId): Promise<Activity[]> {
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
  /** How many objects are found, and how many there are. */
  found: number
  all: number
}

/** As many objects as are listed at once; above that the server seeks. */
export const MOST_ASSIGNABLE = 500

/** What the reader can give to others: what is sought of it, and what the person has been given. */
export const listAssignable = (of: PersonId, filter = '') =>
  request<Assignable>(
    'GET',
    `/api/admin/v1/assignable?${new URLSearchParams({
      of: String(of),
      limit: String(MOST_ASSIGNABLE),
      ...(filter && { filter }),
    }).toString()}`
  )
