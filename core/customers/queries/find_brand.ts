import Brand from '#core/customers/models/brand'
import Customer from '#core/customers/models/customer'

/** The brand that serves a customer: its own, or the installation's usual one. Null where there is neither. */
export async function brandOf(customerId: number | null): Promise<Brand | null> {
  const brands = await Brand.query()
    .where('isDefault', true)
    .orWhereIn('id', (query) =>
      query
        .from('customers')
        .where('id', customerId ?? 0)
        .whereNotNull('brand_id')
        .select('brand_id')
    )
    .select(...columns)
    .orderBy('isDefault')
  // The usual one comes last.
  return brands[0] ?? null
}

/** All but the logo. */
const columns = [
  'id',
  'key',
  'name',
  'host',
  'supportEmail',
  'supportUrl',
  'colour',
  'logoType',
  'isDefault',
]

/** The brand of the host that a browser asks at, or the installation's usual one. */
export async function brandAt(host: string | null | undefined): Promise<Brand | null> {
  const brands = await Brand.query()
    .where('isDefault', true)
    .orWhere('host', host?.toLowerCase() ?? '')
    .select(...columns)
  return brands.find((brand) => brand.host === host?.toLowerCase()) ?? brands[0] ?? null
}

/** The brand that all of these customers share, or the installation's usual one. */
export async function brandOfAll(customerIds: readonly number[]): Promise<Brand | null> {
  const customers = await Customer.query()
    .whereIn('id', [...customerIds])
    .select('brandId')
  const [first, ...others] = new Set(customers.map(({ brandId }) => brandId))
  const shared = first && !others.length ? await Brand.find(first) : null
  return shared ?? usualBrand()
}

const usualBrand = () => Brand.findBy('isDefault', true)

/** A brand as everybody may see it. */
export const presentBrand = ({ key, name, colour, logoType, supportEmail, supportUrl }: Brand) => ({
  name,
  colour,
  logo: logoType ? `/api/branding/logo?brand=${key}` : null,
  support: presentSupport({ supportEmail, supportUrl }),
})

/** Where to ask for help; null where nobody has said. */
export const presentSupport = ({
  supportEmail: email,
  supportUrl: url,
}: Pick<Brand, 'supportEmail' | 'supportUrl'>) => (email || url ? { email, url } : null)
