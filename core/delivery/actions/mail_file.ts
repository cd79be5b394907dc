import { DateTime } from 'luxon'
import { addDispatches, addSending } from '#core/delivery/add_sending'
import { archiveFile, dropFilesOf } from '#core/delivery/archive_files'
import { kickDelivery } from '#core/delivery/kick_delivery'
import Dispatch from '#core/delivery/models/dispatch'
import type { MadeFile } from '#core/http/send_file'
import { writeTransaction } from '#database/write_transaction'

/** A file that somebody made and has mailed. */
export interface MailedFile {
  /** The job that made it: it is mailed once, however often the job is begun. */
  jobId: string
  customerId: number
  ownerId: number
  title: string
  locale: string
  from: string
  to: string
  recipients: readonly string[]
  message?: { subject?: string; text?: string }
  specification: boolean
  /** Key of its report type. */
  report: string
  /** Ids of the measurement objects that it can show. */
  objects: readonly number[]
}

/** Puts a made file into the ledger and the archive, to be mailed to each recipient. Answers the sending's id. */
export async function mailFile(file: MadeFile, mailed: MailedFile): Promise<number> {
  const { customerId, ownerId, recipients, specification } = mailed
  const now = DateTime.utc()
  const occasion = `job:${mailed.jobId}`
  const { id } = await writeTransaction((client) =>
    addSending(
      client,
      {
        customerId,
        savedReportId: null,
        scheduleId: null,
        ownerId,
        askedBy: ownerId,
        occasion,
        // Not the time of this try: with the occasion it is there once.
        dueAt: DateTime.fromMillis(0),
        title: mailed.title,
        locale: mailed.locale,
        onDate: null,
        fromDate: mailed.from,
        toDate: mailed.to,
        message: mailed.message,
        state: 'made',
        recipients: [],
      },
      now
    )
  )
  if (await Dispatch.findBy('sendingId', id)) return id
  await dropFilesOf(id)
  const { report, objects } = mailed
  const kept = { customerId, sendingId: id, madeFor: ownerId, specification, report, objects }
  const archived = await archiveFile(file, kept, { keep: true })
  await writeTransaction((client) =>
    addDispatches(client, { sendingId: id, customerId, recipients, fileId: archived.id }, now)
  )
  await kickDelivery()
  return id
}
