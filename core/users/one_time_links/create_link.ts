import { DateTime, type DurationLike } from 'luxon'
import { publicAddress } from '#core/http/public_address'
import OneTimeLink, { type LinkPurpose } from '#core/users/models/one_time_link'
import { hashSecret, newSecret } from '#core/users/secret'

/** Makes a link under a path of the page, and answers its address: it can be read only now. */
export async function createLink(input: {
  userId: number
  purpose: LinkPurpose
  path: string
  life: DurationLike
  details?: Record<string, string | number>
}): Promise<string> {
  const token = newSecret()
  const now = DateTime.utc()
  await OneTimeLink.create({
    userId: input.userId,
    purpose: input.purpose,
    tokenHash: hashSecret(token),
    details: input.details ?? {},
    createdAt: now,
    expiresAt: now.plus(input.life),
    usedAt: null,
  })
  return publicAddress(`${input.path}/${token}`)
}
