import { extname } from 'node:path'
import db from '@adonisjs/lucid/services/db'
import logger from '@adonisjs/core/services/logger'
import type { DateTime } from 'luxon'
import { archiveFile, dropFilesOf } from '#core/delivery/archive_files'
import { nextTry } from '#core/delivery/backoff'
import { beating, claim, settle } from '#core/delivery/claim'
import { notMade, recipientSeesNothing, reportGone } from '#core/delivery/errors'
import { getCustomer } from '#core/customers/queries/get_customer'
import Dispatch from '#core/delivery/models/dispatch'
import Sending from '#core/delivery/models/sending'
import { type Problem, lastingProblem } from '#core/saved_reports/problem'
import { stopReport } from '#core/delivery/stop_report'
import { record } from '#core/audit/actions/record'
import { fileName } from '#core/http/file_name'
import type { Reader } from '#core/permissions/reader'
import { exportReport } from '#core/reports/actions/export_report'
import SavedReport from '#core/saved_reports/models/saved_report'
import { noSpecificationToSend } from '#core/saved_reports/errors'
import Schedule from '#core/saved_reports/models/schedule'
import { savedReportQuery } from '#core/saved_reports/saved_report_query'
import { recipientReader, savedReportReader } from '#core/saved_reports/saved_report_reader'
import { scheduleExport } from '#core/saved_reports/schedule_export'
import { momentText } from '#database/columns'

/**
 * Makes what a sending sends, with the rights that its owner, or each recipient, has now. What the
 * owner can mend fails at once and stops the report; anything else is tried again, later and later.
 */
export async function makeSending(id: number, now: DateTime, signal?: AbortSignal): Promise<void> {
  if (!(await claim('sendings', id, { from: 'planned', to: 'making', now }))) return
  const sending = await Sending.findOrFail(id)
  try {
    const made = await beating('sendings', id, now, () => make(sending, now, signal))
    if (!made) return
    await settle('sendings', id, 'making', {
      state: 'made',
      made_at: momentText(now),
      problem: 'null',
    })
  } catch (error) {
    await notMadeNow(sending, error, now)
  }
}

/** False where there is nothing to make any more. */
async function make(sending: Sending, now: DateTime, signal?: AbortSignal): Promise<boolean> {
  const saved = await SavedReport.find(sending.savedReportId ?? 0)
  const schedule = await Schedule.find(sending.scheduleId ?? 0)
  if (!saved || schedule?.savedReportId !== saved.id) {
    await skip(sending, reportGone(), now)
    return false
  }
  await dropFilesOf(sending.id)
  const owner = await savedReportReader(saved, 'exports.make')
  const parts = { sending, saved, schedule, signal }
  const dispatches = Dispatch.query().where({ sendingId: sending.id, state: 'waiting' })
  if (!schedule.ownRights) {
    if (scheduleExport(schedule).specification && !owner.callSpecification) {
      throw noSpecificationToSend()
    }
    const { name: whose } = await getCustomer(saved.customerId)
    const file = await makeFile(parts, owner, whose)
    await dispatches.update({ fileId: file.id })
    return true
  }
  for (const dispatch of await dispatches.orderBy('recipient')) {
    await makeOwn(parts, dispatch, now)
  }
  return true
}

interface Parts {
  sending: Sending
  saved: SavedReport
  schedule: Schedule
  signal?: AbortSignal
}

/** What a recipient may see themselves: nothing for who is no user of the customer's, or sees none of it. */
async function makeOwn(parts: Parts, dispatch: Dispatch, now: DateTime) {
  try {
    const file = await makeFile(
      parts,
      await recipientReader(parts.saved, dispatch.address),
      dispatch.address
    )
    await dispatch.merge({ fileId: file.id }).save()
  } catch (error) {
    const lasting = lastingProblem(error)
    if (!lasting) throw error
    const problem =
      lasting.code === 'E_NOTHING_SEEN' ? recipientSeesNothing(dispatch.address) : lasting
    await dispatch.merge({ state: 'skipped', problem, stateAt: now }).save()
    await db
      .from('sendings')
      .where('id', dispatch.sendingId)
      .update({ tell_at: momentText(now) })
  }
}

/** Whose it is stands in its name: of one sending no two are called alike. */
async function makeFile(
  { sending, saved, schedule, signal }: Parts,
  reader: Reader,
  whose: string
) {
  const period = { from: sending.fromDate ?? '', to: sending.toDate ?? '' }
  const { interval, grouping } = schedule
  const query = savedReportQuery(saved, { period, interval, grouping, locale: sending.locale })
  const request = scheduleExport(schedule)
  const specification = request.specification && reader.callSpecification
  // One file may go to several people: it keeps the clock of what was measured.
  const forAll = { ...reader, zone: undefined }
  const watch = { signal, background: true }
  const made = await exportReport(query, forAll, { ...request, specification }, watch)
  const days = period.from === period.to ? period.from : `${period.from} – ${period.to}`
  const name = fileName([saved.name, days, whose], extname(made.name).slice(1))
  const file = await archiveFile(
    { ...made, name },
    {
      customerId: saved.customerId,
      sendingId: sending.id,
      madeFor: reader.userId,
      specification,
      report: query.report,
      objects: made.objects,
    }
  )
  await record({
    customerId: saved.customerId,
    actorId: sending.askedBy,
    actingForId: reader.userId,
    action: 'export.made',
    subject: file.name,
    details: { report: query.report, ...period, format: request.format, specification },
  })
  return file
}

async function notMadeNow(sending: Sending, error: unknown, now: DateTime) {
  const problem = lastingProblem(error)
  if (problem) {
    await giveUp(sending, problem, now)
    return stopReport(sending, problem)
  }
  logger.error(
    { err: error as Error, sending: sending.id },
    'A report could not be made to be sent'
  )
  const at = nextTry(sending.attempts, now)
  if (!at) return giveUp(sending, notMade(), now)
  await settle('sendings', sending.id, 'making', {
    state: 'planned',
    next_try_at: momentText(at),
    problem: JSON.stringify(notMade()),
  })
}

const giveUp = (sending: Sending, problem: Problem, now: DateTime) =>
  settle('sendings', sending.id, 'making', {
    state: 'failed',
    problem: JSON.stringify(problem),
    tell_at: momentText(now),
  })

const skip = (sending: Sending, problem: Problem, now: DateTime) =>
  settle('sendings', sending.id, 'making', {
    state: 'skipped',
    problem: JSON.stringify(problem),
    made_at: momentText(now),
  })
