import ArchivedFile from '#core/delivery/models/archived_file'
import Dispatch, { type DispatchState } from '#core/delivery/models/dispatch'
import Sending, { type SendingState } from '#core/delivery/models/sending'
import { mailWords } from '#core/delivery/mail_words'
import type { Problem } from '#core/saved_reports/problem'
import { mayHave } from '#core/delivery/queries/find_own'
import type { Reader } from '#core/permissions/reader'

/** Of which sendings, from which on. */
export interface SendingsPage {
  savedReportId: number
  /** The id that the page before ended with. */
  before?: number
  limit: number
}

/** The sendings of a saved report that is the reader's, the newest first, and where to go on. */
export async function listSendings(
  reader: Reader,
  { savedReportId, before, limit }: SendingsPage,
  locale: string
) {
  const found = await Sending.query()
    .where({ customerId: reader.customerId, savedReportId })
    .if(before, (query) => query.where('id', '<', before ?? 0))
    .orderBy('id', 'desc')
    .limit(limit + 1)
  const page = found.slice(0, limit)
  return {
    sendings: await presentSendings(reader, page, locale),
    next: found.length > limit ? page[page.length - 1].id : null,
  }
}

/** How a sending to one recipient stands, as its owner reads it. */
export type ShownState = Exclude<DispatchState, 'waiting'> | SendingState

/** Sendings as their owner sees them, with their recipients and files; what went wrong in their language. */
export async function presentSendings(
  reader: Reader,
  sendings: readonly Sending[],
  locale: string
) {
  const words = mailWords(locale)
  const said = (problem: Problem | null) =>
    problem && { code: problem.code, message: words.problem(problem) }
  const ids = sendings.map(({ id }) => id)
  const [dispatches, files] = await Promise.all([
    Dispatch.query().whereIn('sendingId', ids).orderBy('recipient'),
    ArchivedFile.query().whereIn('sendingId', ids).orderBy('name'),
  ])
  const downloadable = new Map(
    await Promise.all(files.map(async (file) => [file.id, await mayHave(reader, file)] as const))
  )
  return sendings.map((sending) => ({
    id: sending.id,
    savedReportId: sending.savedReportId,
    scheduleId: sending.scheduleId,
    title: sending.title,
    dueAt: sending.savedReportId === null ? sending.plannedAt : sending.dueAt,
    byHand: sending.askedBy !== null,
    onDate: sending.onDate,
    from: sending.fromDate,
    to: sending.toDate,
    state: sending.state,
    problem: said(sending.problem),
    attempts: sending.attempts,
    nextTryAt: sending.state === 'planned' ? sending.nextTryAt : null,
    plannedAt: sending.plannedAt,
    madeAt: sending.madeAt,
    recipients: dispatches
      .filter(({ sendingId }) => sendingId === sending.id)
      .map((dispatch) => ({
        id: dispatch.id,
        address: dispatch.address,
        state: (dispatch.state === 'waiting' ? sending.state : dispatch.state) as ShownState,
        problem: said(dispatch.problem ?? (dispatch.state === 'waiting' ? sending.problem : null)),
        attempts: dispatch.attempts,
        nextTryAt: dispatch.state === 'waiting' ? dispatch.nextTryAt : null,
        handedAt: dispatch.handedAt,
        stateAt: dispatch.stateAt,
        fileId: dispatch.fileId,
      })),
    files: files
      .filter(({ sendingId }) => sendingId === sending.id)
      .map((file) => ({
        id: file.id,
        name: file.name,
        contentType: file.contentType,
        size: Number(file.size),
        madeAt: file.madeAt,
        forgottenAt: file.forgottenAt,
        /** Whether the reader may download it: not what was made with others' rights, nor what they have lost access to. */
        downloadable: downloadable.get(file.id) ?? false,
      })),
  }))
}
