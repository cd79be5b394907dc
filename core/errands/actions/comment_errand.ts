import { randomUUID } from 'node:crypto'
import { internalFromCustomer } from '#core/errands/errors'
import { markHandled } from '#core/errands/actions/mark_handled'
import { pushEvents } from '#core/errands/push_events'
import type { FoundErrand } from '#core/errands/queries/find_errand'
import { can } from '#core/permissions/can'
import type { Reader } from '#core/permissions/reader'
import User from '#core/users/models/user'

/**
 * Writes a comment on an errand. The person it is assigned to, the one who reported it and those who
 * subscribe are told; internal comments are kept from customer users. Throws `E_INTERNAL_FROM_CUSTOMER`.
 */
export async function commentErrand(
  reader: Reader,
  found: FoundErrand,
  { text, internal = false }: { text: string; internal?: boolean }
): Promise<void> {
  const fromCustomer = reader.role === 'customerUser'
  if (internal && fromCustomer) throw internalFromCustomer()
  const { service, report, errand } = found
  const { name } = await User.findOrFail(reader.userId)
  const reporter = report?.reporterId ? await User.find(report.reporterId) : null
  await pushEvents(
    service.object.pointId,
    service.source.errands.commented({
      key: `comment-${randomUUID()}`,
      at: new Date(),
      errand: errand.errand,
      service: service.object.identifier,
      person: report ? report.details.person : errand.person,
      reporter: reporter?.email ?? null,
      author: name,
      text,
      internal,
      fromCustomer,
    })
  )
  if (can(reader, 'errands.handle')) await markHandled(found)
}
