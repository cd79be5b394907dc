import { demandAnother } from '#core/people/actions/save_place'
import type { Person } from '#core/people/people'
import { writeTransaction } from '#database/write_transaction'

/**
 * Takes a person out of a customer, with their tickets there; the account goes too where it belongs
 * to no other customer. Throws `E_LAST_ADMINISTRATOR`.
 */
export const removePerson = ({ user, membership }: Person): Promise<void> =>
  writeTransaction(async (client) => {
    await demandAnother(membership, user.email, client)
    await client
      .from('tickets')
      .where({ user_id: user.id, customer_id: membership.customerId })
      .delete()
    await client.from('memberships').where('id', membership.id).delete()
    const others = await client.from('memberships').where('user_id', user.id).select('id').first()
    if (others || user.isOperator) return
    await client.from('users').where('id', user.id).delete()
  })
