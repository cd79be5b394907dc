import { randomInt } from 'node:crypto'
import { DateTime } from 'luxon'
import { unknownService } from '#core/errands/errors'
import ErrandReport from '#core/errands/models/errand_report'
import { pushEvents } from '#core/errands/push_events'
import { errandServices } from '#core/errands/queries/errand_services'
import { reportEvents } from '#core/errands/report_events'
import type { Reader } from '#core/permissions/reader'
import User from '#core/users/models/user'

/** What a person reports. `service` is the id of an object that errands concern. */
export interface NewErrand {
  service: number
  category?: string | null
  subject: string
}

/**
 * Reports an errand at a service that the reporter sees. It is in reports, lists and feeds when this
 * resolves. Throws `E_UNKNOWN_SERVICE`.
 */
export async function reportErrand(reader: Reader, input: NewErrand): Promise<ErrandReport> {
  const services = await errandServices(reader)
  const service = services.find(({ object }) => object.id === input.service)
  if (!service) {
    throw unknownService(
      String(input.service),
      services.map(({ object }) => String(object.id))
    )
  }
  const { object, source } = service
  const { name } = await User.findOrFail(reader.userId)
  const now = DateTime.utc()
  const report = await ErrandReport.create({
    customerId: reader.customerId,
    pointId: object.pointId,
    objectId: object.id,
    errand: newKey(now),
    reporterId: reader.userId,
    revision: 0,
    details: {
      category: input.category || null,
      subject: input.subject,
      person: null,
      assignedAt: null,
      reportedBy: name,
      closedAt: null,
    },
    reportedAt: now,
    handledAt: null,
  })
  await pushEvents(object.pointId, reportEvents(source, report, object.identifier))
  return report
}

const LETTERS = 'ABCDEFGHJKLMNPQRSTUVWXYZ23456789'

/** A number that people can say on the phone, such as `R261130-7KQ4TW`: unlike those of any platform. */
const newKey = (now: DateTime) =>
  `R${now.toFormat('yyMMdd')}-${Array.from({ length: 6 }, () => LETTERS[randomInt(LETTERS.length)]).join('')}`
