import { request } from './client.js'

/** How a customer shows itself where its people sign in. */
export interface Branding {
  name: string
  /** `#rrggbb` */
  colour: string | null
  /** The address of its logo, on this server. */
  logo: string | null
}

/** @throws ApiError with status 404 where no customer has that name there */
export const getBranding = (name: string) =>
  request<Branding>('GET', `/api/branding?name=${encodeURIComponent(name)}`)
