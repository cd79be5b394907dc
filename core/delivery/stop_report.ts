import db from '@adonisjs/lucid/services/db'
import { DateTime } from 'luxon'
import { record } from '#core/audit/actions/record'
import { mailWords } from '#core/delivery/mail_words'
import type Sending from '#core/delivery/models/sending'
import type { Problem } from '#core/saved_reports/problem'
import { sendMessage } from '#core/messages/send_message'
import SavedReport from '#core/saved_reports/models/saved_report'
import User from '#core/users/models/user'
import { momentText } from '#database/columns'

/**
 * Stops a report that cannot be made as it is: a right, an object or a plugin is gone, or its owner. It
 * rests until somebody takes it up again, and the customer's administrators are told.
 */
export async function stopReport(sending: Sending, problem: Problem): Promise<void> {
  const { customerId, savedReportId } = sending
  const stopped = await SavedReport.query()
    .where({ customerId, id: savedReportId ?? 0, paused: false })
    .update({ paused: true, pausedUntil: null, updatedAt: momentText(DateTime.utc()) })
  // Those of its schedules that fail beside this one need not tell it again.
  if (!Number(stopped)) return
  await record({
    customerId,
    actorId: null,
    action: 'savedReport.stopped',
    subject: sending.title,
    details: { id: savedReportId, reason: problem.code },
  })
  for (const administrator of await administratorsOf(customerId)) {
    const words = mailWords(administrator.language)
    const reason = words.problem(problem)
    const all = { name: administrator.name, report: sending.title, reason }
    await sendMessage({
      channel: 'email',
      to: administrator.email,
      subject: words.say('stopped.subject', all),
      text: words.say('stopped.text', all),
      userId: administrator.id,
      customerId,
    }).catch(() => undefined)
  }
}

async function administratorsOf(customerId: number): Promise<User[]> {
  const rows = (await db
    .from('memberships')
    .where({ customer_id: customerId, role: 'administrator' })
    .whereNull('locked_at')
    .select('user_id')) as { user_id: number }[]
  return User.query()
    .whereIn(
      'id',
      rows.map((row) => row.user_id)
    )
    .orderBy('id')
}
