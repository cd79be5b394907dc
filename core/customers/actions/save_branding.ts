import { takenBranding } from '#core/customers/errors'
import CustomerBranding from '#core/customers/models/customer_branding'
import { cleanPicture } from '#core/pictures/clean_picture'

/** Sets the name and colour of a customer's sign-in. Throws `E_TAKEN_BRANDING`. */
export async function saveBranding(
  customerId: number,
  change: { name?: string | null; colour?: string | null }
): Promise<CustomerBranding> {
  const { name, colour } = change
  const spelled = name?.normalize('NFC').trim() ?? null
  const taken = spelled && (await CustomerBranding.findBy('name', spelled))
  if (spelled && taken && taken.customerId !== customerId) throw takenBranding(spelled)
  const branding = await CustomerBranding.firstOrNew({ customerId }, {})
  return branding
    .merge({
      ...(name !== undefined && { name: spelled }),
      ...(colour !== undefined && { colour }),
    })
    .save()
}

/** Sets or takes away the logo: a PNG or JPEG in Base64, which is drawn anew. Throws `E_BAD_PICTURE`. */
export async function saveLogo(
  customerId: number,
  image: string | null
): Promise<CustomerBranding> {
  const branding = await CustomerBranding.firstOrNew({ customerId }, {})
  if (image === null) return branding.merge({ logo: null, logoType: null }).save()
  const upload = Buffer.from(image.replace(/^data:[\w/+.-]*;base64,/, ''), 'base64')
  const { bytes, type } = cleanPicture(upload, 'image')
  return branding.merge({ logo: bytes, logoType: type }).save()
}
