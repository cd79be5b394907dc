import { listQuery, type ListAnswer, type ListQuestion } from './list.js'
import { request } from './client.js'

/** A measurement object as its administrator sees it. */
export interface ManagedObject {
  id: number
  source: string
  pointId: number
  point: string
  objectType: string
  identifier: string
  name: string
  description: string
  /** Who told of it: calls, the platform's directory, or an administrator. */
  origin: 'event' | 'directory' | 'manual'
  removedAt: string | null
  /** Offered in reports, and part of all objects. */
  enabled: boolean
  groups: { id: number; name: string }[]
}

/** A kind of object that one of the customer's platforms has. */
export interface ManagedType {
  source: string
  sourceLabel: string
  key: string
  icon: string
  label: string
  identifierLabel: string
  count: number
}

export interface ManagedObjects {
  types: ManagedType[]
  objects: ManagedObject[]
}

/** Another identifier that means an object, always or within a span. */
export interface Alias {
  id: number
  identifier: string
  origin: string
  fromAt: string | null
  toAt: string | null
}

export interface Group {
  id: number
  name: string
  description: string
  objects: number
  /** Those that the platform's directory put there. */
  synchronised: number
  users: number
}

/** What goes when a group goes. */
export interface GroupConsequences {
  objects: number
  /** In no other group. */
  onlyHere: number
  /** Put back when the directory is read next. */
  synchronised: number
  /** People who see its objects because of it, by address. */
  users: string[]
}

/** Where and how calls are fetched. */
export interface CollectionPoint {
  id: number
  customerId: number
  source: string
  sourceLabel: string
  name: string
  zone: string
  lastCollectedAt: string | null
  lastError: string | null
  quarantined: number
  objects: number
}

const at = '/api/admin/v1'

/** Every object of the customer, and how many there are of each type. */
export const listManagedObjects = () => request<ManagedObjects>('GET', `${at}/objects`)

/** A part of the objects of one kind, and how many there are of each. */
export async function searchObjects(
  question: ListQuestion,
  wish: {
    source?: string
    type?: string
    ungrouped?: boolean
    present?: boolean
    outside?: number
  }
): Promise<ListAnswer<ManagedObject> & ManagedObjects & { removed: number }> {
  const answer = await request<ManagedObjects & { found: number; all: number; removed: number }>(
    'GET',
    `${at}/objects?${listQuery(question, {
      source: wish.source,
      type: wish.type,
      ungrouped: wish.ungrouped ? '1' : undefined,
      present: wish.present ? '1' : undefined,
      outside: wish.outside ? String(wish.outside) : undefined,
    })}`
  )
  return { ...answer, rows: answer.objects }
}

export const listGroupMembers = (group: number) =>
  request<ManagedObjects>('GET', `${at}/objects?group=${group}`)

export const addObject = (object: {
  pointId: number
  objectType: string
  identifier: string
  name?: string
  description?: string
  /** A group that it is put into at once. */
  groupId?: number
}) => request<{ object: ManagedObject }>('POST', `${at}/objects`, { body: object })

export interface ObjectChange {
  name?: string
  description?: string
  enabled?: boolean
  /** Of an object that was entered by hand. */
  identifier?: string
  objectType?: string
  pointId?: number
}

export const changeObject = (id: number, change: ObjectChange) =>
  request<unknown>('PATCH', `${at}/objects/${id}`, { body: change })

/** Puts the object into these groups and takes it out of the others. */
export const putGroupsOfObject = (id: number, groups: readonly number[]) =>
  request<void>('PUT', `${at}/objects/${id}/groups`, { body: { groups } })

/** `removed` where its statistics are kept, `deleted` where it was entered by hand. */
export const removeObject = (id: number) =>
  request<{ outcome: 'deleted' | 'removed' }>('DELETE', `${at}/objects/${id}`)

export async function listAliases(id: number): Promise<Alias[]> {
  const { aliases } = await request<{ aliases: Alias[] }>('GET', `${at}/objects/${id}/aliases`)
  return aliases
}

export const addAlias = (
  id: number,
  alias: { identifier: string; from: string | null; to: string | null }
) => request<unknown>('POST', `${at}/objects/${id}/aliases`, { body: alias })

export const removeAlias = (id: number, alias: number) =>
  request<void>('DELETE', `${at}/objects/${id}/aliases/${alias}`)

export async function listGroups(): Promise<Group[]> {
  const { groups } = await request<{ groups: Group[] }>('GET', `${at}/groups`)
  return groups
}

export async function searchGroups(question: ListQuestion): Promise<ListAnswer<Group>> {
  const { groups, ...counts } = await request<{ groups: Group[]; found: number; all: number }>(
    'GET',
    `${at}/groups?${listQuery(question)}`
  )
  return { rows: groups, ...counts }
}

export async function createGroup(group: { name: string; description: string }) {
  const made = await request<{ group: { id: number } }>('POST', `${at}/groups`, { body: group })
  return made.group
}

export const changeGroup = (id: number, change: { name: string; description: string }) =>
  request<unknown>('PATCH', `${at}/groups/${id}`, { body: change })

export const groupConsequences = (id: number) =>
  request<GroupConsequences>('GET', `${at}/groups/${id}/consequences`)

/** Its objects stay, unless they are to go too. */
export const deleteGroup = (id: number, withObjects: boolean) =>
  request<unknown>('DELETE', `${at}/groups/${id}${withObjects ? '?objects=delete' : ''}`)

export const deleteGroups = (groups: readonly number[], withObjects: boolean) =>
  request<{ deleted: number }>('POST', `${at}/groups/delete`, { body: { groups, withObjects } })

export const putIntoGroup = (id: number, objects: readonly number[]) =>
  request<void>('POST', `${at}/groups/${id}/objects`, { body: { objects } })

export const takeOutOfGroup = (id: number, objects: readonly number[]) =>
  request<void>('DELETE', `${at}/groups/${id}/objects`, { body: { objects } })

export const moveBetweenGroups = (from: number, objects: readonly number[], to: number) =>
  request<void>('POST', `${at}/groups/${from}/move`, { body: { objects, to } })

export async function listPoints(): Promise<CollectionPoint[]> {
  const { points } = await request<{ points: CollectionPoint[] }>('GET', `${at}/points`)
  return points
}
