import { DateTime, type DurationLike } from 'luxon'
import { addressesOf } from '#core/customers/queries/addresses_of'
import { addressesOfPerson } from '#core/users/queries/addresses_of_person'
import OneTimeLink, { type LinkPurpose } from '#core/users/models/one_time_link'
import { hashSecret, newSecret } from '#core/users/secret'

/** Makes a link under a path of the page, and answers its address: it can be read only now. */
export async function createLink(input: {
  userId: number
  purpose: LinkPurpose
  path: string
  /** On whose behalf it is sent; else it is at the host of the person's own customers. */
  customerId?: number
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
  const addresses = await (input.customerId
    ? addressesOf(input.customerId)
    : addressesOfPerson(input.userId))
  return addresses(`${input.path}/${token}`)
}
