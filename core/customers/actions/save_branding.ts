import { badLogo, takenBranding } from '#core/customers/errors'
import CustomerBranding from '#core/customers/models/customer_branding'

const MOST_BYTES = 1024 * 1024

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

/** Sets or takes away the logo: a PNG or JPEG, known by its first bytes, in Base64. Throws `E_BAD_LOGO`. */
export async function saveLogo(
  customerId: number,
  image: string | null
): Promise<CustomerBranding> {
  const branding = await CustomerBranding.firstOrNew({ customerId }, {})
  if (image === null) return branding.merge({ logo: null, logoType: null }).save()
  const logo = Buffer.from(image.replace(/^data:[\w/+.-]*;base64,/, ''), 'base64')
  const logoType = typeOf(logo)
  if (!logoType || logo.length > MOST_BYTES) throw badLogo(MOST_BYTES)
  return branding.merge({ logo, logoType }).save()
}

const PNG = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])
const JPEG = Buffer.from([0xff, 0xd8, 0xff])

function typeOf(bytes: Buffer) {
  if (bytes.subarray(0, PNG.length).equals(PNG)) return 'image/png'
  return bytes.subarray(0, JPEG.length).equals(JPEG) ? 'image/jpeg' : undefined
}
