import type { HttpContext } from '@adonisjs/core/http'
import Customer from '#core/customers/models/customer'
import { enabledModules } from '#core/customers/queries/enabled_modules'
import { brandOf, presentBrand } from '#core/customers/queries/find_brand'
import { can } from '#core/permissions/can'
import { type Capability, capabilities } from '#core/permissions/matrix'
import { registry } from '#core/plugins/registry'
import { findReader } from '#core/permissions/read_rights'
import { SESSION_CUSTOMER } from '#core/permissions/session_customer'
import { notSignedIn } from '#core/permissions/errors'
import User from '#core/users/models/user'
import { type Acting, actingReader } from '#core/users/acting/acting_reader'
import { inSession } from '#core/users/sessions/in_session'
import { openMemberships } from '#core/users/sessions/open_memberships'
import { ACTING, BEFORE } from '#core/users/sessions/session_key'

/** What the page knows of who is signed in, in which customer, which others they may open, and what they may do. */
export async function sessionInfo(ctx: HttpContext, signedIn: User) {
  const { session, liveSession } = ctx
  const customerId = Number(session.get(SESSION_CUSTOMER))
  const found = await findReader(signedIn.id, customerId)
  const own = found && inSession(found, liveSession)
  if (!own) throw notSignedIn()
  const reader = (await actingReader(ctx, own)) ?? own
  const user = reader.actor ? await User.findOrFail(reader.userId) : signedIn
  const open = await openMemberships(signedIn, liveSession?.opens ?? null)
  const memberships = reader.actor ? open.filter((one) => one.customerId === customerId) : open
  const current = memberships.find((membership) => membership.customerId === customerId)
  const customer = current && (await Customer.find(current.customerId))
  const brand = await brandOf(current?.customerId ?? null)
  const enabled = await enabledModules(customerId)
  const allowed = capabilities().filter(
    (capability) => can(reader, capability) && isOffered(capability, enabled)
  )
  return {
    user: {
      id: user.id,
      name: user.name,
      email: user.email,
      // Whoever reads the page chooses its language.
      language: signedIn.language,
      zone: user.zone,
      startPage: user.startPage,
    },
    customer: current
      ? {
          id: current.customerId,
          slug: current.slug,
          name: current.name,
          zone: current.zone,
          edition: current.edition,
          dayWindow: customer?.dayWindow ?? null,
        }
      : null,
    customers: memberships.map(({ slug, name }) => ({ slug, name })),
    role: reader.role,
    zone: reader.zone ?? current?.zone ?? 'UTC',
    brand: brand && presentBrand(brand),
    capabilities: allowed,
    modules: enabled.filter((key) => allowed.some((capability) => isOf(capability, key))),
    ...before(session.get(BEFORE)),
    actingFor: reader.actor ? actingFor(ctx, user, signedIn) : null,
  }
}

const isOf = (capability: Capability, module: string) => capability.startsWith(`${module}.`)

/** What belongs to a module that the customer does not have is as if it were not there. */
const isOffered = (capability: Capability, enabled: readonly string[]) =>
  registry()
    .modules()
    .every(({ key }) => !isOf(capability, key) || enabled.includes(key))

/** What a banner tells of whose account this is, who uses it and until when. */
function actingFor({ session }: HttpContext, user: User, by: User) {
  const { write, until } = session.get(ACTING) as Acting
  return {
    userId: user.id,
    name: user.name,
    email: user.email,
    until: new Date(until).toISOString(),
    write,
    by: { name: by.name, email: by.email },
  }
}

interface Before {
  failedSignIns: number
  lastSignInAt: string | null
  lastSignInAddress: string | null
}

const before = (kept: Before | undefined): Before =>
  kept ?? { failedSignIns: 0, lastSignInAt: null, lastSignInAddress: null }
