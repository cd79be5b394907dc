import { unknownBranding } from '#core/customers/errors'
import CustomerBranding from '#core/customers/models/customer_branding'

/** The branding whose sign-in has exactly this name, however its accents were composed. Throws `E_UNKNOWN_BRANDING`. */
export async function findBranding(name: unknown): Promise<CustomerBranding> {
  const spelled = typeof name === 'string' ? name.normalize('NFC').trim() : ''
  const branding = spelled ? await CustomerBranding.findBy('name', spelled) : null
  if (!branding) throw unknownBranding(spelled)
  return branding
}

/** As it is shown before anybody has signed in: a name, a colour and where the logo is, and nothing more. */
export const presentBranding = ({ name, colour, logoType }: CustomerBranding) => ({
  name,
  colour,
  logo: name && logoType ? `/api/branding/logo?name=${encodeURIComponent(name)}` : null,
  link: name ? `/login?branding=${encodeURIComponent(name)}` : null,
})
