import { randomBytes } from 'node:crypto'
import { DateTime } from 'luxon'
import { badHost, badSupport, takenHost } from '#core/customers/errors'
import Brand from '#core/customers/models/brand'
import { cleanPicture } from '#core/pictures/clean_picture'
import { writeTransaction } from '#database/write_transaction'

/** What is to change of a brand; what is undefined stays, null takes it away. */
export interface BrandChange {
  name?: string
  host?: string | null
  supportEmail?: string | null
  supportUrl?: string | null
  colour?: string | null
  isDefault?: boolean
}

/** A new brand. Throws as `saveBrand`. */
export async function createBrand({ name, ...rest }: BrandChange & { name: string }) {
  const key = randomBytes(12).toString('hex')
  const brand = new Brand().merge({ key, name, isDefault: false, createdAt: DateTime.utc() })
  return saveBrand(brand, rest)
}

/** Changes a brand. Throws `E_BAD_HOST`, `E_TAKEN_HOST` and `E_BAD_SUPPORT`. */
export async function saveBrand(brand: Brand, change: BrandChange): Promise<Brand> {
  const { name, host, supportEmail, supportUrl, colour, isDefault } = change
  const checked = host ? checkedHost(host) : host
  const taken = checked ? await Brand.findBy('host', checked) : null
  if (checked && taken && taken.id !== brand.id) throw takenHost(checked)
  brand.merge({
    ...(name !== undefined && { name }),
    ...(host !== undefined && { host: checked || null }),
    ...(supportEmail !== undefined && { supportEmail: supportEmail || null }),
    ...(supportUrl !== undefined && { supportUrl: supportUrl ? checkedUrl(supportUrl) : null }),
    ...(colour !== undefined && { colour }),
    ...(isDefault !== undefined && { isDefault }),
  })
  await writeTransaction(async (client) => {
    // There is one at most.
    if (isDefault)
      await client.from('brands').where('is_default', true).update({ is_default: false })
    await brand.useTransaction(client).save()
  })
  return brand
}

/** Sets or takes away the logo: a PNG or JPEG in Base64, which is drawn anew. Throws `E_BAD_PICTURE`. */
export async function saveBrandLogo(brand: Brand, image: string | null): Promise<Brand> {
  if (image === null) return brand.merge({ logo: null, logoType: null }).save()
  const upload = Buffer.from(image.replace(/^data:[\w/+.-]*;base64,/, ''), 'base64')
  const { bytes, type } = cleanPicture(upload, 'image')
  return brand.merge({ logo: bytes, logoType: type }).save()
}

const HOST = /^(?=.{1,191}$)[a-z0-9]([a-z0-9-]*[a-z0-9])?(\.[a-z0-9]([a-z0-9-]*[a-z0-9])?)*$/

/** A host name as browsers send it: letters of other alphabets in their ASCII form. */
function checkedHost(text: string): string {
  const typed = text.trim().toLowerCase()
  const parsed = /[\s/:@?#]/.test(typed) ? null : URL.parse(`http://${typed}`)
  const host = parsed?.hostname ?? ''
  if (!HOST.test(host)) throw badHost(text)
  return host
}

function checkedUrl(text: string): string {
  const url = URL.parse(text.trim())
  if (!url || !['https:', 'http:'].includes(url.protocol)) throw badSupport(text)
  return url.href
}
