import { createReadStream } from 'node:fs'
import type { DateTime } from 'luxon'
import { NotSent } from '#core/contracts/channel'
import type { DeliveryRules } from '#core/customers/delivery_rules'
import { archivePath } from '#core/delivery/archive_files'
import { deliveryRules, mayOpenLinks, recipientProblem } from '#core/delivery/check_recipients'
import { beating, claim, settle } from '#core/delivery/claim'
import { fileForgotten, recipientRemoved, tooLargeForMail } from '#core/delivery/errors'
import { mailWords } from '#core/delivery/mail_words'
import ArchivedFile from '#core/delivery/models/archived_file'
import Dispatch, { type DispatchState } from '#core/delivery/models/dispatch'
import Sending from '#core/delivery/models/sending'
import { notTaken } from '#core/delivery/not_taken'
import type { Problem } from '#core/delivery/problem'
import { publicAddress } from '#core/http/public_address'
import { channelAccount } from '#core/messages/channel_account'
import { channelNotSet } from '#core/messages/errors'
import SavedReport from '#core/saved_reports/models/saved_report'
import { momentText } from '#database/columns'
import db from '@adonisjs/lucid/services/db'

const CHANNEL = 'email'
const MEGABYTE = 1_000_000

/**
 * Hands a made file to the mail server for one recipient, once. Answers false where the server cannot
 * be reached, so that nothing else is tried now.
 */
export async function handOver(id: string, now: DateTime): Promise<boolean> {
  if (!(await claim('dispatches', id, { from: 'waiting', to: 'handing', now }))) return true
  const dispatch = await Dispatch.findOrFail(id)
  const sending = await Sending.findOrFail(dispatch.sendingId)
  const file = await ArchivedFile.find(dispatch.fileId ?? '')
  const rules = await deliveryRules(sending.customerId)
  const hindrance = await hindranceOf(sending, dispatch, file, rules)
  if (hindrance) {
    await over(dispatch, hindrance.state, hindrance.problem, now)
    return true
  }
  const linked = rules.files === 'linked' || megabytesOf(file!) > rules.mostMegabytes
  try {
    const reference = await beating('dispatches', id, now, () =>
      send(sending, dispatch, file!, linked)
    )
    const at = momentText(now)
    const values = { state: 'handed', reference, handed_at: at, problem: 'null' }
    // Taken for dead meanwhile, but it did arrive at the server.
    if (!(await settle('dispatches', id, 'handing', values))) {
      await db.from('dispatches').where({ id, state: 'unknown' }).update(values)
    }
    return true
  } catch (error) {
    return notHanded(dispatch, error, now)
  }
}

/** Why it is not sent, where that is known beforehand. */
async function hindranceOf(
  { savedReportId, askedBy, customerId }: Sending,
  { recipient, address }: Dispatch,
  file: ArchivedFile | null,
  rules: DeliveryRules
): Promise<{ state: DispatchState; problem: Problem } | null> {
  if (!file || file.forgottenAt) return { state: 'skipped', problem: fileForgotten() }
  const ruled = await recipientProblem(customerId, rules, address)
  if (ruled) return { state: 'failed', problem: ruled }
  const megabytes = megabytesOf(file)
  if (megabytes > rules.mostMegabytes && !(await mayOpenLinks(customerId, address))) {
    return { state: 'failed', problem: tooLargeForMail(megabytes, rules.mostMegabytes) }
  }
  // Whom it is sent to by hand was said then; on a schedule the report itself says it, until it is sent.
  if (askedBy !== null) return null
  const saved = await SavedReport.find(savedReportId ?? 0)
  const still = saved?.recipients.some((one) => one.toLowerCase() === recipient)
  return still ? null : { state: 'skipped', problem: recipientRemoved() }
}

const megabytesOf = ({ size }: ArchivedFile) => Math.ceil(Number(size) / MEGABYTE)

async function send(
  sending: Sending,
  dispatch: Dispatch,
  file: ArchivedFile,
  linked: boolean
): Promise<string> {
  const used = await channelAccount(CHANNEL, [sending.customerId])
  if (!used) throw channelNotSet(CHANNEL)
  const words = mailWords(sending.locale)
  const { fromDate, toDate, title } = sending
  const period = fromDate === toDate ? (fromDate ?? '') : `${fromDate} – ${toDate}`
  const link = publicAddress(`/sent/${file.id}`)
  const all = { report: title, period, file: file.name, link, text: sending.message?.text ?? '' }
  const { reference } = await used.channel.send(
    {
      id: dispatch.id,
      to: dispatch.address,
      subject: sending.message?.subject ?? words.say('report.subject', all),
      text: words.say(linked ? 'report.linked' : 'report.text', all),
      attachments: linked
        ? []
        : [
            {
              name: file.name,
              contentType: file.contentType,
              body: createReadStream(archivePath(file)),
            },
          ],
    },
    used.settings
  )
  return reference
}

/** Answers as `handOver` does. */
async function notHanded(dispatch: Dispatch, error: unknown, now: DateTime): Promise<boolean> {
  const next = notTaken(error, dispatch.attempts, now)
  if (next.state !== 'waiting') {
    await over(dispatch, next.state, next.problem, now)
    return error instanceof NotSent && error.outcome === 'permanent'
  }
  await settle('dispatches', dispatch.id, 'handing', {
    state: 'waiting',
    next_try_at: momentText(next.at),
    problem: JSON.stringify(next.problem),
  })
  return error instanceof NotSent && error.answered
}

/** It will not be tried again by itself; its owner is told, unless the recipient was removed on purpose. */
async function over(dispatch: Dispatch, state: DispatchState, problem: Problem, now: DateTime) {
  await settle('dispatches', dispatch.id, 'handing', { state, problem: JSON.stringify(problem) })
  if (state === 'skipped') return
  await db
    .from('sendings')
    .where('id', dispatch.sendingId)
    .update({ tell_at: momentText(now) })
}
