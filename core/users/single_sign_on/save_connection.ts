import encryption from '@adonisjs/core/services/encryption'
import db from '@adonisjs/lucid/services/db'
import { DateTime } from 'luxon'
import type { Reader } from '#core/permissions/reader'
import { badIssuer, notJoined, takenConnection } from '#core/users/errors'
import CustomerConnection from '#core/users/models/customer_connection'
import UserIdentity from '#core/users/models/user_identity'
import { privateIssuersAllowed } from '#core/users/single_sign_on/public_fetch'
import { momentText } from '#database/columns'

interface Given {
  key?: string
  name?: string
  issuer?: string
  clientId?: string
  secret?: string
  domainHint?: string | null
  enforced?: boolean
}

/**
 * Keeps a connection of the reader's customer, its secret encrypted. From when it is enforced, the
 * sessions of the customer's people that were begun in another way are over. Throws `E_BAD_ISSUER`,
 * `E_TAKEN_CONNECTION`, and `E_NOT_JOINED` for an administrator who would lock themselves out.
 */
export async function saveConnection(
  reader: Reader,
  connection: CustomerConnection,
  { secret, ...given }: Given
): Promise<CustomerConnection> {
  if (given.issuer !== undefined) demandIssuer(given.issuer)
  const enforces = given.enforced && !connection.enforced
  connection.merge({ ...given, ...(secret && { sealedSecret: encryption.encrypt(secret) }) })
  if (!connection.$isPersisted) {
    connection.merge({
      customerId: reader.customerId,
      enforced: given.enforced ?? false,
      domainHint: given.domainHint ?? null,
      createdAt: DateTime.utc(),
    })
  }
  await demandFree(connection)
  if (enforces && !(await isJoined(reader.userId, connection.issuer))) throw notJoined()
  await connection.save()
  if (enforces) await endOtherSessions(connection.customerId)
  return connection
}

function demandIssuer(text: string) {
  const url = URL.canParse(text) ? new URL(text) : null
  const secure =
    url?.protocol === 'https:' || (privateIssuersAllowed() && url?.protocol === 'http:')
  if (!url || !secure || url.search || url.hash || url.username) throw badIssuer(text)
}

async function demandFree({ id, customerId, key }: CustomerConnection) {
  const taken = await CustomerConnection.query().where({ customerId, key }).first()
  if (taken && taken.id !== id) throw takenConnection(key)
}

const isJoined = (userId: number, issuer: string) =>
  UserIdentity.query()
    .where('userId', userId)
    .whereIn('issuer', [issuer, issuer.replace(/\/$/, ''), `${issuer}/`])
    .first()

async function endOtherSessions(customerId: number) {
  await db
    .from('user_sessions')
    .whereNull('opens')
    .whereNull('ended_at')
    .whereIn('user_id', (query) =>
      query.from('memberships').where('customer_id', customerId).select('user_id')
    )
    .update({ ended_at: momentText(DateTime.utc()) })
}
