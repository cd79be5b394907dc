import { request } from './client.js'
import type { InvitationSent } from './people.js'
import type { CollectionPoint } from './measured.js'

/** From one time of day to another, `08:00` to at most `24:00`. */
export interface Hours {
  from: string
  to: string
}

/** By ISO weekday, `1` is Monday; a day that is not there is closed. */
export type OpeningHours = Partial<Record<string, Hours[]>>

/** A local date on which the customer is closed. */
export interface Holiday {
  date: string
  name: string
}

/** How what is sent by mail may leave a customer, and how long it is kept. */
export interface DeliveryRules {
  /** Empty for any. */
  domains: string[]
  files: 'attached' | 'linked'
  mostMegabytes: number
  /** Null for ever. */
  keptDays: number | null
}

/** What a customer's own administrator may settle. */
export interface CustomerSettings {
  serviceLevel: string
  shortAbandonSeconds: number
  openingHours: OpeningHours | null
  holidays: Holiday[]
  deliveryRules: DeliveryRules
}

/** A customer of the installation. */
export interface OperatedCustomer extends CustomerSettings {
  id: number
  slug: string
  name: string
  zone: string
  language: string
  edition: string
  /** Since when operators may see its data; null where they may not. */
  invitedAt: string | null
  closedAt: string | null
  createdAt: string
}

export interface ListedCustomer extends OperatedCustomer {
  users: number
  plugins: number
  points: number
  failing: number
  quarantined: number
}

export interface CustomerList {
  customers: ListedCustomer[]
  editions: { key: string; plugins: string[] }[]
  serviceLevelFormulas: string[]
}

export type CustomerChange = Partial<
  CustomerSettings & Pick<OperatedCustomer, 'name' | 'zone' | 'language' | 'edition'>
>

/** A person across customers. */
export interface Account {
  id: number
  name: string
  email: string
  isOperator: boolean
  lockedUntil: string | null
  customers: { slug: string; name: string; role: string; locked: boolean }[]
}

/** How the installation is. */
export interface Health {
  points: (CollectionPoint & { customer: string })[]
  schedules: {
    id: string
    name: string
    status: string
    nextRunAt: string | null
    lastRunAt: string | null
    runs: number
  }[]
  jobs: { status: string; total: number }[]
  /** Plugins that were left out, and why. */
  broken: { folder: string; problems: string[] }[]
  /** Parts of the server that do not work. */
  failing: ('database' | 'facts' | 'storage' | 'workers' | 'plugins')[]
}

const at = '/api/operator/v1'

export const listCustomers = () => request<CustomerList>('GET', `${at}/customers`)

export async function getCustomer(id: number): Promise<OperatedCustomer> {
  const { customer } = await request<{ customer: OperatedCustomer }>('GET', `${at}/customers/${id}`)
  return customer
}

export async function createCustomer(body: {
  slug: string
  name: string
  zone: string
  edition: string
  language: string
  /** Keys of those it is to have at once, besides its edition's. */
  plugins: string[]
}): Promise<OperatedCustomer> {
  const { customer } = await request<{ customer: OperatedCustomer }>('POST', `${at}/customers`, {
    body,
  })
  return customer
}

export async function changeCustomer(id: number, body: CustomerChange): Promise<OperatedCustomer> {
  const { customer } = await request<{ customer: OperatedCustomer }>(
    'PATCH',
    `${at}/customers/${id}`,
    { body }
  )
  return customer
}

/** Nobody gets in and nothing is collected; all is kept. */
export const closeCustomer = (id: number) => request<void>('DELETE', `${at}/customers/${id}`)

export const openCustomer = (id: number) => request<unknown>('POST', `${at}/customers/${id}/open`)

export async function listAccounts(filter: string): Promise<Account[]> {
  const { users } = await request<{ users: Account[] }>(
    'GET',
    `${at}/users?filter=${encodeURIComponent(filter)}`
  )
  return users
}

export const unlockAccount = (id: number) => request<void>('POST', `${at}/users/${id}/unlock`)

/** Mails somebody a link to set an app up. */
export const sendEnrolment = (id: number) => request<void>('POST', `${at}/users/${id}/enrolment`)

export const addAdministrator = (
  customer: number,
  body: { email: string; name: string; language: string }
) =>
  request<{ invitation: InvitationSent | null }>(
    'POST',
    `${at}/customers/${customer}/administrators`,
    { body }
  )

export const getHealth = () => request<Health>('GET', `${at}/health`)
