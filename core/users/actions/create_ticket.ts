import { randomBytes } from 'node:crypto'
import { DateTime } from 'luxon'
import { type Grant, allGrants } from '#core/permissions/grant'
import { registry } from '#core/plugins/registry'
import { unknownGrant } from '#core/users/errors'
import Ticket from '#core/users/models/ticket'
import { hashSecret, newSecret } from '#core/users/secret'

/**
 * A ticket with the rights of a user in a customer, without calls where whoever makes it may open none.
 * The secret is answered now and never again.
 * Throws `E_UNKNOWN_GRANT`. That the user is one of the customer's is the caller's to know.
 */
export async function createTicket(input: {
  customerId: number
  userId: number
  name: string
  grants: readonly string[]
  withoutCalls?: boolean
}): Promise<{ ticket: Ticket; secret: string }> {
  if (!input.grants.length) throw unknownGrant('', knownGrants())
  const secret = newSecret()
  const ticket = await Ticket.create({
    customerId: input.customerId,
    userId: input.userId,
    name: input.name,
    token: `u${input.userId}.${randomBytes(16).toString('hex')}`,
    secretHash: hashSecret(secret),
    grants: [...new Set(input.grants.map(grant))],
    withoutCalls: input.withoutCalls ?? false,
    createdAt: DateTime.utc(),
    lastUsedAt: null,
    revokedAt: null,
  })
  return { ticket, secret }
}

function grant(name: string): Grant {
  const known = knownGrants().find((candidate) => candidate === name)
  if (!known) throw unknownGrant(name, knownGrants())
  return known
}

const knownGrants = () =>
  allGrants(
    registry()
      .modules()
      .map(({ key }) => key)
  )
