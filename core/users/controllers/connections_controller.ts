import type { HttpContext } from '@adonisjs/core/http'
import { recordOf } from '#core/audit/actions/record_of'
import { addressesOf } from '#core/customers/queries/addresses_of'
import { unknownConnection } from '#core/users/errors'
import CustomerConnection from '#core/users/models/customer_connection'
import { redirectUri } from '#core/users/single_sign_on/client_of'
import { saveConnection } from '#core/users/single_sign_on/save_connection'
import { connectionValidator, newConnectionValidator } from '#core/users/validators/connection'

/** A customer's own ways to sign its people in. */
export default class ConnectionsController {
  async index({ reader, response }: HttpContext) {
    const connections = await CustomerConnection.query()
      .where('customerId', reader.customerId)
      .orderBy('name')
    const uri = redirectUri(await addressesOf(reader.customerId))
    return response.json({
      connections: connections.map((connection) => shown(connection, uri)),
      redirectUri: uri,
    })
  }

  async store(ctx: HttpContext) {
    const given = await ctx.request.validateUsing(newConnectionValidator)
    const connection = await saveConnection(ctx.reader, new CustomerConnection(), given)
    await changed(ctx, connection)
    return ctx.response.status(201).json(await withUri(connection))
  }

  async update(ctx: HttpContext) {
    const given = await ctx.request.validateUsing(connectionValidator)
    const connection = await saveConnection(ctx.reader, await own(ctx), given)
    await changed(ctx, connection)
    return ctx.response.json(await withUri(connection))
  }

  async destroy(ctx: HttpContext) {
    const connection = await own(ctx)
    await connection.delete()
    await changed(ctx, connection)
    return ctx.response.noContent()
  }
}

/** The secret is never shown again. */
const shown = (
  { id, key, name, issuer, clientId, domainHint, enforced }: CustomerConnection,
  uri: string
) => ({
  id,
  key,
  name,
  issuer,
  clientId,
  domainHint: domainHint ?? null,
  enforced,
  redirectUri: uri,
})

const withUri = async (connection: CustomerConnection) =>
  shown(connection, redirectUri(await addressesOf(connection.customerId)))

async function own({ params, reader }: HttpContext): Promise<CustomerConnection> {
  const connection = await CustomerConnection.query()
    .where({ id: Number(params.id) || 0, customerId: reader.customerId })
    .first()
  if (!connection) throw unknownConnection(String(params.id))
  return connection
}

const changed = (ctx: HttpContext, { key, issuer, enforced }: CustomerConnection) =>
  recordOf(ctx, { action: 'connection.changed', subject: key, details: { issuer, enforced } })
