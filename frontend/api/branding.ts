import { request } from './client.js'

/** Where to ask for help: an email address, a web address, or both. */
export interface Support {
  email: string | null
  url: string | null
}

/** How a customer, or the operator that serves it, shows itself. */
export interface Branding {
  name: string
  /** `#rrggbb` */
  colour: string | null
  /** The address of its logo, on this server. */
  logo: string | null
  /** Null where nobody has said. */
  support: Support | null
}

/** @throws ApiError with status 404 where no customer has that name there */
export const getBranding = (name: string) =>
  request<Branding>('GET', `/api/branding?name=${encodeURIComponent(name)}`)

/** How the operator of this host shows itself, which came with the page; null for the product's own look. */
export function brandOfPage(): Branding | null {
  const content = document.querySelector<HTMLMetaElement>('meta[name="brand"]')?.content
  return content ? (JSON.parse(content) as Branding) : null
}

/** What a link to support leads to; the web address where there are both. */
export const supportLink = (support: Support | null | undefined) =>
  support?.url ?? (support?.email ? `mailto:${support.email}` : undefined)
