import type { Branding } from './branding.js'
import { request } from './client.js'

/** A brand of the installation, as operators see it. */
export interface OperatedBrand extends Branding {
  id: number
  host: string | null
  /** Of customers that have none. */
  isDefault: boolean
  customers: number
}

/** What is to change of a brand; null takes it away. */
export interface BrandChange {
  name?: string
  host?: string | null
  supportEmail?: string | null
  supportUrl?: string | null
  colour?: string | null
  isDefault?: boolean
}

const at = '/api/operator/v1/brands'

export async function listBrands(): Promise<OperatedBrand[]> {
  const { brands } = await request<{ brands: OperatedBrand[] }>('GET', at)
  return brands
}

export async function createBrand(body: BrandChange & { name: string }): Promise<OperatedBrand> {
  const { brand } = await request<{ brand: OperatedBrand }>('POST', at, { body })
  return brand
}

export const changeBrand = (id: number, body: BrandChange) =>
  request<unknown>('PATCH', `${at}/${id}`, { body })

/** A picture as a data address; null takes it away. */
export const putBrandLogo = (id: number, image: string | null) =>
  request<unknown>('PUT', `${at}/${id}/logo`, { body: { image } })

export const deleteBrand = (id: number) => request<void>('DELETE', `${at}/${id}`)
