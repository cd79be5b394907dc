import db from '@adonisjs/lucid/services/db'
import { DateTime } from 'luxon'
import type { Reader } from '#core/permissions/reader'
import Authenticator from '#core/users/models/authenticator'
import OneTimeLink from '#core/users/models/one_time_link'
import type User from '#core/users/models/user'
import { maskedEmail, maskedNumber } from '#core/users/second_factor/method'
import { momentDate, momentText } from '#database/columns'

/** What a person sees of their own account. */
export async function accountInfo(user: User, reader: Reader) {
  return {
    name: user.name,
    email: user.email,
    ...(await emailChangeOf(user)),
    mobile: user.mobile,
    mobileConfirmed: user.mobileConfirmedAt !== null,
    startPage: user.startPage,
    language: user.language,
    zone: user.zone,
    usualZone: await usualZone(user.id, reader),
    notifiedBy: user.notifiedBy,
    role: reader.role,
    hasPassword: user.password !== null,
    connections: await connectionsOf(reader.customerId),
    identities: await identitiesOf(user.id),
    factors: await factorsOf(user),
  }
}

/** The zone of moments for who has chosen none: what their administrator set, or the customer's. */
async function usualZone(userId: number, { customerId }: Reader): Promise<string> {
  const row = (await db
    .from('customers')
    .leftJoin('memberships', (join) =>
      join
        .on('memberships.customer_id', 'customers.id')
        .andOnVal('memberships.user_id', String(userId))
    )
    .where('customers.id', customerId)
    .select({ given: 'memberships.zone', customers: 'customers.zone' })
    .first()) as { given: string | null; customers: string } | null
  return row?.given ?? row?.customers ?? 'UTC'
}

/** The address that is not confirmed yet, and who wants it: they themselves confirm at the old one too. */
async function emailChangeOf(user: User) {
  const link = await OneTimeLink.query()
    .where({ userId: user.id, purpose: 'emailChange' })
    .whereNull('usedAt')
    .where('expiresAt', '>', momentText(DateTime.utc()))
    .orderBy('id', 'desc')
    .first()
  return {
    newEmail: link ? String(link.details.newEmail) : null,
    newEmailProposed: Boolean(link?.details.proposedBy),
  }
}

const connectionsOf = (customerId: number) =>
  db
    .from('customer_connections')
    .where('customer_id', customerId)
    .orderBy('name')
    .select('key', 'name')

async function identitiesOf(userId: number) {
  const rows = (await db
    .from('user_identities')
    .where('user_id', userId)
    .orderBy('id')
    .select('id', 'issuer', 'created_at')) as { id: number; issuer: string; created_at: string }[]
  return rows.map(({ id, issuer, created_at: at }) => ({ id, issuer, createdAt: momentDate(at) }))
}

async function factorsOf(user: User) {
  const authenticators = await Authenticator.query()
    .where('userId', user.id)
    .whereNotNull('confirmedAt')
    .orderBy('id')
  return [
    { id: null, method: 'email', shown: maskedEmail(user.email), name: '', removable: false },
    ...(user.mobile && user.mobileConfirmedAt
      ? [{ id: null, method: 'sms', shown: maskedNumber(user.mobile), name: '', removable: true }]
      : []),
    ...authenticators.map(({ id, name, confirmedAt }) => ({
      id,
      method: 'authenticator',
      shown: '',
      name,
      createdAt: confirmedAt?.toISO() ?? null,
      removable: true,
    })),
  ]
}
