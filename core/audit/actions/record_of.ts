import type { HttpContext } from '@adonisjs/core/http'
import { type AuditEntry, record } from '#core/audit/actions/record'

/** Records what the reader of this request did, in the customer that they have open unless the entry says another. */
export const recordOf = (
  { reader, request }: Pick<HttpContext, 'reader' | 'request'>,
  entry: Omit<AuditEntry, 'customerId' | 'actorId' | 'address'> & { customerId?: number | null }
): Promise<void> =>
  record({
    customerId: reader.customerId || null,
    actorId: reader.actor?.userId ?? reader.userId,
    actingForId: reader.actor ? reader.userId : null,
    address: request.ip(),
    ...entry,
  })
