import { request } from './client.js'
import type { CustomerSettings } from './operated.js'

/** The reader's own customer. */
export interface OwnSettings extends CustomerSettings {
  name: string
  zone: string
  edition: string
  serviceLevelFormulas: string[]
}

/** How a customer shows itself where its people sign in. */
export interface OwnBranding {
  name: string | null
  /** `#rrggbb`. */
  colour: string | null
  logo: string | null
  /** The address that people sign in at. */
  link: string | null
}

/** Where a customer's look is kept: the reader's own, or one that an operator names. */
const look = (customer?: number) =>
  customer === undefined
    ? '/api/admin/v1/branding'
    : `/api/operator/v1/customers/${customer}/branding`

export const getOwnSettings = () => request<OwnSettings>('GET', '/api/admin/v1/settings')

export const changeOwnSettings = (body: Partial<CustomerSettings>) =>
  request<OwnSettings>('PATCH', '/api/admin/v1/settings', { body })

export const getLook = (customer?: number) => request<OwnBranding>('GET', look(customer))

export const changeLook = (
  body: { name: string | null; colour: string | null },
  customer?: number
) => request<OwnBranding>('PATCH', look(customer), { body })

/** A picture as a data address; null takes it away. */
export const putLogo = (image: string | null, customer?: number) =>
  request<OwnBranding>('PUT', `${look(customer)}/logo`, { body: { image } })

/** Since when those who run the installation may see the customer's data. */
export const getInvitedOperators = () =>
  request<{ invitedAt: string | null }>('GET', '/api/admin/v1/operators')

export const inviteOperators = () => request<unknown>('POST', '/api/admin/v1/operators')

export const uninviteOperators = () => request<void>('DELETE', '/api/admin/v1/operators')
