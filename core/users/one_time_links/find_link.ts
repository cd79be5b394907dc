import { DateTime } from 'luxon'
import { unknownLink } from '#core/users/errors'
import OneTimeLink, { type LinkPurpose } from '#core/users/models/one_time_link'
import User from '#core/users/models/user'
import { hashSecret } from '#core/users/secret'
import { momentText } from '#database/columns'

/** The link with this token and whose it is. Throws `E_UNKNOWN_LINK` where it is used, too old, for something else, or was never sent. */
export async function findLink(
  token: string,
  purpose: LinkPurpose
): Promise<{ link: OneTimeLink; user: User }> {
  const link = await OneTimeLink.query()
    .where({ tokenHash: hashSecret(token), purpose })
    .whereNull('usedAt')
    .where('expiresAt', '>', momentText(DateTime.utc()))
    .first()
  const user = link && (await User.find(link.userId))
  if (!link || !user) throw unknownLink()
  return { link, user }
}
