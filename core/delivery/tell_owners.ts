import { DateTime } from 'luxon'
import { getCustomer } from '#core/customers/queries/get_customer'
import { mailWords } from '#core/delivery/mail_words'
import Dispatch from '#core/delivery/models/dispatch'
import Sending from '#core/delivery/models/sending'
import { sendMessage } from '#core/messages/send_message'
import { findReader } from '#core/permissions/read_rights'
import User from '#core/users/models/user'
import { momentText } from '#database/columns'

const AGAIN = { minutes: 10 }
const AT_ONCE = 50
const wrong = ['failed', 'unknown', 'bounced', 'skipped'] as const

/** Mails owners what did not go well with their reports, once it is known; where that fails too, again in ten minutes. */
export async function tellOwners(now: DateTime = DateTime.utc()): Promise<void> {
  const sendings = await Sending.query()
    .whereNotNull('tellAt')
    .where('tellAt', '<=', momentText(now))
    .orderBy('tellAt')
    .limit(AT_ONCE)
  for (const sending of sendings) {
    const told = await tell(sending).then(
      () => true,
      () => false
    )
    await Sending.query()
      .where('id', sending.id)
      .where('tellAt', momentText(sending.tellAt ?? now))
      .update({ tellAt: told ? null : momentText(now.plus(AGAIN)) })
  }
}

async function tell(sending: Sending): Promise<void> {
  const owner = await User.find(sending.ownerId ?? 0)
  if (!owner) return
  const dispatches = await Dispatch.query()
    .where('sendingId', sending.id)
    .whereIn('state', [...wrong])
    .orderBy('recipient')
  const words = mailWords(owner.language)
  const reader = await findReader(owner.id, sending.customerId)
  const { zone: usual } = await getCustomer(sending.customerId)
  const zone = reader?.zone ?? owner.zone ?? usual
  // A file that was mailed by hand has no time at which it was due.
  const due = sending.savedReportId === null ? sending.plannedAt : sending.dueAt
  const zoned = due.setZone(zone).setLocale(owner.language)
  const lines = [
    ...(sending.problem ? [words.problem(sending.problem)] : []),
    ...dispatches.map(
      ({ address, problem }) => `${address}: ${problem ? words.problem(problem) : ''}`
    ),
  ]
  if (!lines.length) return
  const all = {
    name: owner.name,
    report: sending.title,
    due: `${zoned.toLocaleString(DateTime.DATETIME_SHORT)} (${zone})`,
    list: lines.join('\n\n'),
  }
  await sendMessage({
    channel: 'email',
    to: owner.email,
    subject: words.say('failed.subject', all),
    text: words.say('failed.text', all),
    userId: owner.id,
    customerId: sending.customerId,
  })
}
