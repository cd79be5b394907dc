import type { TransactionClientContract } from '@adonisjs/lucid/types/database'
import { assignObjects } from '#core/measurement_objects/actions/assign_objects'
import { operatorNotInvited, unknownInvitation } from '#core/users/errors'
import Membership from '#core/users/models/membership'
import type MembershipInvitation from '#core/users/models/membership_invitation'
import type User from '#core/users/models/user'
import { isOperatorsMailbox } from '#core/users/email_address'

/**
 * Makes a person a member of the customer that invited them. What has been deleted since the
 * invitation is left out. `accountOf` finds or makes the account. Call `demandAcceptable` first. Throws `E_UNKNOWN_INVITATION` where somebody was quicker.
 */
export async function acceptMembership(
  invitation: MembershipInvitation,
  accountOf: () => Promise<User>,
  client: TransactionClientContract
): Promise<User> {
  const { id, customerId } = invitation
  // The one who deletes it has it.
  const taken = await client.from('membership_invitations').where('id', id).delete()
  if (!Number(taken)) throw unknownInvitation()
  if (invitation.byOperator) {
    // Two who were offered the same place accept one after the other.
    await client.from('customers').where('id', customerId).forUpdate().select('id').first()
    if (await hasAdministrator(customerId, client)) throw unknownInvitation()
  }
  const account = await accountOf()
  const userId = account.id
  const there = await client
    .from('memberships')
    .where({ customer_id: customerId, user_id: userId })
    .select('id')
    .first()
  if (there) throw unknownInvitation()
  const membership = await Membership.create(
    {
      customerId,
      userId,
      role: invitation.role,
      displayName: invitation.name || null,
      zone: invitation.zone,
      seesEverything: invitation.seesEverything,
      seesEverythingUntil: invitation.seesEverythingUntil,
      callSpecification: invitation.callSpecification,
    },
    { client }
  )
  const { objects, groups, points } = invitation.assignment
  await assignObjects(
    {
      customerId,
      membershipId: membership.id,
      objectIds: await existing(client, 'measurement_objects', customerId, objects),
      groupIds: await existing(client, 'object_groups', customerId, groups),
      pointIds: await existing(client, 'collection_points', customerId, points),
    },
    client
  )
  const rights = [...new Set(invitation.rights)]
  if (!rights.length) return account
  await client
    .table('membership_rights')
    .multiInsert(rights.map((right) => ({ membership_id: membership.id, right })))
  return account
}

/**
 * What an operator offers is taken by nobody who runs the installation, and by one person alone: it is
 * void once the customer has an administrator. Throws `E_OPERATOR_NOT_INVITED` and `E_UNKNOWN_INVITATION`.
 */
export async function demandAcceptable(
  { byOperator, customerId }: MembershipInvitation,
  user: User | null,
  email: string
): Promise<void> {
  if (!byOperator) return
  if (user?.isOperator || (await isOperatorsMailbox(email))) throw operatorNotInvited()
  if (await hasAdministrator(customerId)) throw unknownInvitation()
}

/** Whether somebody administers the customer, locked or not. */
export const hasAdministrator = async (
  customerId: number,
  client?: TransactionClientContract
): Promise<boolean> =>
  (await Membership.findBy({ customerId, role: 'administrator' }, client && { client })) !== null

async function existing(
  client: TransactionClientContract,
  table: 'measurement_objects' | 'object_groups' | 'collection_points',
  customerId: number,
  ids: readonly number[]
): Promise<number[]> {
  if (!ids.length) return []
  const rows = (await client.from(table).where('customer_id', customerId).select('id')) as {
    id: number
  }[]
  const there = new Set(rows.map((row) => row.id))
  return ids.filter((id) => there.has(id))
}
