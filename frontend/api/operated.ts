import { listQuery, type ListAnswer, type ListQuestion } from './list.js'
import { request } from './client.js'
import type { InvitationSent } from './people.js'

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

export interface FigureTarget {
  report: string
  column: string
  value: number
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
  /** What key figures are set beside. */
  targets: FigureTarget[]
  /** The hours of the day that new reports begin with; null for the usual ones. */
  dayWindow: Hours | null
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
  /** Null for the installation's usual one. */
  brandId: number | null
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

export interface CustomerChoices {
  editions: { key: string; plugins: string[] }[]
  serviceLevelFormulas: string[]
}

export type CustomerChange = Partial<
  CustomerSettings & Pick<OperatedCustomer, 'name' | 'zone' | 'language' | 'edition' | 'brandId'>
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

/** A collection point of any customer. */
export interface HealthPoint {
  id: number
  customerId: number
  /** Slug of its customer. */
  customer: string
  source: string
  name: string
  lastCollectedAt: string | null
  lastError: string | null
  quarantined: number
  /** The process that collects there now. */
  process: string | null
}

/** How the installation is. */
export interface Health {
  points: { points: number; failing: number; quarantined: number }
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
  failing: string[]
}

const at = '/api/operator/v1'

export async function searchCustomers(
  question: ListQuestion
): Promise<ListAnswer<ListedCustomer> & CustomerChoices> {
  const { customers, ...rest } = await request<
    CustomerChoices & { customers: ListedCustomer[]; found: number; all: number }
  >('GET', `${at}/customers?${listQuery(question)}`)
  return { rows: customers, ...rest }
}

/** A customer, and what its form lets choose. */
export const getCustomer = (id: number) =>
  request<CustomerChoices & { customer: OperatedCustomer }>('GET', `${at}/customers/${id}`)

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

export async function searchAccounts(question: ListQuestion): Promise<ListAnswer<Account>> {
  const { users, ...counts } = await request<{ users: Account[]; found: number; all: number }>(
    'GET',
    `${at}/users?${listQuery(question)}`
  )
  return { rows: users, ...counts }
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

export async function searchHealthPoints(question: ListQuestion): Promise<ListAnswer<HealthPoint>> {
  const { points, ...counts } = await request<{
    points: HealthPoint[]
    found: number
    all: number
  }>('GET', `${at}/health/points?${listQuery(question)}`)
  return { rows: points, ...counts }
}

export const getHealth = () => request<Health>('GET', `${at}/health`)
