import db from '@adonisjs/lucid/services/db'
import Brand from '#core/customers/models/brand'
import { presentBrand } from '#core/customers/queries/find_brand'

/** Every brand by name, and how many customers each serves. */
export async function listBrands() {
  const [brands, counts] = await Promise.all([
    Brand.query().orderBy('name').orderBy('id'),
    db
      .from('customers')
      .whereNotNull('brand_id')
      .groupBy('brand_id')
      .select('brand_id')
      .count('* as total') as unknown as Promise<{ brand_id: number; total: number | string }[]>,
  ])
  const customers = new Map(counts.map(({ brand_id: id, total }) => [id, Number(total)]))
  return brands.map((brand) => presentOperatedBrand(brand, customers.get(brand.id) ?? 0))
}

/** A brand as operators see it. */
export const presentOperatedBrand = (brand: Brand, customers: number) => ({
  id: brand.id,
  ...presentBrand(brand),
  host: brand.host ?? null,
  isDefault: brand.isDefault,
  customers,
})
