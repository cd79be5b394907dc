import type { TransactionClientContract } from '@adonisjs/lucid/types/database'
import { DateTime } from 'luxon'
import type MembershipInvitation from '#core/users/models/membership_invitation'
import User from '#core/users/models/user'

/** The account of an invited person who has none yet. It has no password. */
export const newAccount = (
  { email, name, language }: MembershipInvitation,
  client: TransactionClientContract
): Promise<User> =>
  User.create({ email, name: name || email, language, createdAt: DateTime.utc() }, { client })
