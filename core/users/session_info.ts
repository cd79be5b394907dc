import type { HttpContext } from '@adonisjs/core/http'
import { can } from '#core/permissions/can'
import { type Capability, capabilities } from '#core/permissions/matrix'
import { findReader } from '#core/permissions/read_rights'
import { SESSION_CUSTOMER } from '#core/permissions/session_customer'
import { notSignedIn } from '#core/permissions/errors'
import type User from '#core/users/models/user'
import { openMemberships } from '#core/users/sessions/open_memberships'
import { BEFORE } from '#core/users/sessions/session_key'

/** What the page knows of who is signed in, in which customer, which others they may open, and what they may do. */
export async function sessionInfo(ctx: Pick<HttpContext, 'session' | 'liveSession'>, user: User) {
  const { session, liveSession } = ctx
  const customerId = Number(session.get(SESSION_CUSTOMER))
  const reader = await findReader(user.id, customerId)
  if (!reader) throw notSignedIn()
  const memberships = await openMemberships(user, liveSession?.opens ?? null)
  const current = memberships.find((membership) => membership.customerId === customerId)
  return {
    user: {
      id: user.id,
      name: user.name,
      email: user.email,
      language: user.language,
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
        }
      : null,
    customers: memberships.map(({ slug, name }) => ({ slug, name })),
    role: reader.role,
    capabilities: capabilities.filter((capability: Capability) => can(reader, capability)),
    ...before(session.get(BEFORE)),
    actingFor: null,
  }
}

interface Before {
  failedSignIns: number
  lastSignInAt: string | null
  lastSignInAddress: string | null
}

const before = (kept: Before | undefined): Before =>
  kept ?? { failedSignIns: 0, lastSignInAt: null, lastSignInAddress: null }
