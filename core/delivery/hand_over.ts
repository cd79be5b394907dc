import { createReadStream } from 'node:fs'
import { access } from 'node:fs/promises'
import { DateTime } from 'luxon'
import { NotSent } from '#core/contracts/channel'
import type { DeliveryRules } from '#core/customers/delivery_rules'
import { archivePath } from '#core/delivery/archive_files'
import {
  deliveryRules,
  isKnownRecipient,
  mayOpenLinks,
  recipientProblem,
} from '#core/saved_reports/check_recipients'
import { beating, claim, settle } from '#core/delivery/claim'
import { fileForgotten, recipientRemoved, rightsLost, tooLargeForMail } from '#core/delivery/errors'
import { mailWords } from '#core/delivery/mail_words'
import ArchivedFile from '#core/delivery/models/archived_file'
import Dispatch, { type DispatchState } from '#core/delivery/models/dispatch'
import { isStillTheirs, keepSeenObjects } from '#core/delivery/file_rights'
import Sending from '#core/delivery/models/sending'
import { notTaken } from '#core/delivery/not_taken'
import type { Problem } from '#core/saved_reports/problem'
import { addressesOf } from '#core/customers/queries/addresses_of'
import { withoutLinks } from '#core/messages/without_links'
import { channelAccount } from '#core/messages/channel_account'
import { channelNotSet } from '#core/messages/errors'
import SavedReport from '#core/saved_reports/models/saved_report'
import Schedule from '#core/saved_reports/models/schedule'
import { scheduleExport } from '#core/saved_reports/schedule_export'
import { momentText } from '#database/columns'
import db from '@adonisjs/lucid/services/db'

const CHANNEL = 'email'
const MEGABYTE = 1_000_000

/** `unreached`: the mail server is away, so nothing else is tried now. `left`: another machine has the file. */
export type HandedOver = 'done' | 'unreached' | 'left'

/** Hands a made file to the mail server for one recipient, once. */
export async function handOver(id: string, now: DateTime): Promise<HandedOver> {
  const found = await Dispatch.find(id)
  if (!found) return 'done'
  if (await liesElsewhere(found)) return 'left'
  if (!(await claim('dispatches', id, { from: 'waiting', to: 'handing', now }))) return 'done'
  const dispatch = await found.refresh()
  const file = await ArchivedFile.find(dispatch.fileId ?? '')
  const sending = await Sending.findOrFail(dispatch.sendingId)
  const rules = await deliveryRules(sending.customerId)
  if (file) await keepSeenObjects(dispatch, file)
  const hindrance = await hindranceOf(sending, dispatch, file, rules)
  if (hindrance) {
    await over(dispatch, hindrance.state, hindrance.problem, now)
    return 'done'
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
    return 'done'
  } catch (error) {
    return notHanded(dispatch, error, now)
  }
}

const liesHere = (file: ArchivedFile) =>
  access(archivePath(file)).then(
    () => true,
    () => false
  )

/** Servers that share a database may have an archive each: who made a file hands it over, unless it never comes to that. */
const AWAITED = { hours: 24 }

async function liesElsewhere({ fileId }: Dispatch): Promise<boolean> {
  const file = await ArchivedFile.find(fileId ?? '')
  if (!file || file.forgottenAt || (await liesHere(file))) return false
  return file.madeAt.plus(AWAITED) > DateTime.utc()
}

/** Why it is not sent, where that is known beforehand. */
async function hindranceOf(
  { savedReportId, askedBy, customerId }: Sending,
  { recipient, address }: Dispatch,
  file: ArchivedFile | null,
  rules: DeliveryRules
): Promise<{ state: DispatchState; problem: Problem } | null> {
  if (!file || file.forgottenAt || !(await liesHere(file))) {
    return { state: 'skipped', problem: fileForgotten() }
  }
  if (!(await isStillTheirs(file))) return { state: 'failed', problem: rightsLost() }
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
  const { fromDate, toDate, customerId } = sending
  const isKnown = await isKnownRecipient(
    customerId,
    await deliveryRules(customerId),
    dispatch.address
  )
  // Rules may have become stricter since it was asked for, and a title is the sender's word too.
  const message = isKnown ? sending.message : null
  const title = isKnown ? sending.title : withoutLinks(sending.title)
  const period = fromDate === toDate ? (fromDate ?? '') : `${fromDate} – ${toDate}`
  const addresses = await addressesOf(customerId)
  const link = addresses(`/sent/${file.id}`)
  const text = [
    ...((await isWithoutCalls(sending, file)) ? [words.say('report.withoutCalls')] : []),
    ...(message?.text ? [message.text] : []),
  ].join('\n\n')
  const all = { report: title, period, file: file.name, link, text }
  const { reference } = await used.channel.send(
    {
      id: dispatch.id,
      to: dispatch.address,
      subject: message?.subject ?? words.say('report.subject', all),
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

/** Whether a recipient gets the calls of a report left out, as they may not open them. */
async function isWithoutCalls({ scheduleId }: Sending, { specification }: ArchivedFile) {
  if (specification || scheduleId === null) return false
  const schedule = await Schedule.find(scheduleId)
  return Boolean(schedule?.ownRights && scheduleExport(schedule).specification)
}

/** Answers as `handOver` does. */
async function notHanded(dispatch: Dispatch, error: unknown, now: DateTime): Promise<HandedOver> {
  const next = notTaken(error, dispatch.attempts, now)
  if (next.state !== 'waiting') {
    await over(dispatch, next.state, next.problem, now)
    return error instanceof NotSent && error.outcome === 'permanent' ? 'done' : 'unreached'
  }
  await settle('dispatches', dispatch.id, 'handing', {
    state: 'waiting',
    next_try_at: momentText(next.at),
    problem: JSON.stringify(next.problem),
  })
  return error instanceof NotSent && error.answered ? 'done' : 'unreached'
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
