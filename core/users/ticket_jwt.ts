import { hkdfSync, randomUUID } from 'node:crypto'
import { SignJWT, jwtVerify } from 'jose'
import { DateTime } from 'luxon'
import env from '#start/env'
import { badTicket } from '#core/users/errors'
import { type UsableTicket, findTicket } from '#core/users/queries/find_ticket'
import { hashSecret } from '#core/users/secret'

const ALGORITHM = 'HS256'
const ISSUER = 'telestat'
const AUDIENCE = 'telestat:api'
const LIFE = { hours: 33 }

/** A signed token that stands for the ticket, for 33 hours or until the ticket is revoked. */
export async function issueJwt(ticket: UsableTicket) {
  const createdAt = DateTime.utc().startOf('second')
  const expiresAt = createdAt.plus(LIFE)
  const jwtToken = await new SignJWT({ key: keyOf(ticket) })
    .setProtectedHeader({ alg: ALGORITHM, typ: 'JWT' })
    .setIssuer(ISSUER)
    .setAudience(AUDIENCE)
    .setSubject(ticket.token)
    .setJti(randomUUID())
    .setIssuedAt(createdAt.toUnixInteger())
    .setExpirationTime(expiresAt.toUnixInteger())
    .sign(signingKey())
  return { jwtToken, createdAt, expiresAt }
}

/** The ticket that a token stands for, as it is now. Throws `E_BAD_TICKET` for every token that is not ours, not meant for us or over. */
export async function openJwt(jwt: string): Promise<UsableTicket> {
  const { payload } = await jwtVerify(jwt, signingKey(), {
    algorithms: [ALGORITHM],
    issuer: ISSUER,
    audience: AUDIENCE,
    requiredClaims: ['sub', 'exp', 'jti'],
  }).catch(() => {
    throw badTicket()
  })
  const ticket = await findTicket(payload.sub ?? '')
  if (!ticket || payload.key !== keyOf(ticket)) throw badTicket()
  return ticket
}

/** Binds a token to the secret it was asked for with: a rotated secret ends it. */
const keyOf = (ticket: UsableTicket) => hashSecret(ticket.secretHash).slice(0, 16)

let key: Uint8Array | undefined

/** Derived from the application's key, for this purpose only. */
function signingKey() {
  const purpose = `${ISSUER} ticket jwt ${ALGORITHM}`
  key ??= new Uint8Array(hkdfSync('sha256', env.get('APP_KEY').release(), '', purpose, 32))
  return key
}
