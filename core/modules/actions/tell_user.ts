import { sendMessage } from '#core/messages/send_message'
import { notAUser } from '#core/modules/errors'
import { findReader } from '#core/permissions/read_rights'
import User from '#core/users/models/user'

/** Emails one of the customer's own people. Throws `E_UNKNOWN_PERSON` for anybody else, and what sending throws. */
export async function tellUser(
  customerId: number,
  userId: number,
  words: { subject: string; text: string }
): Promise<void> {
  const reader = await findReader(userId, customerId)
  // Operators are no users of the customers that invite them.
  const user = reader && reader.role !== 'operator' ? await User.find(userId) : null
  if (!user) throw notAUser(userId)
  await sendMessage({ channel: 'email', to: user.email, customerId, userId, ...words })
}
