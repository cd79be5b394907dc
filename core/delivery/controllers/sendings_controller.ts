import type { HttpContext } from '@adonisjs/core/http'
import { recordOf } from '#core/audit/actions/record_of'
import { sendAgain } from '#core/delivery/actions/send_again'
import { sendNow } from '#core/delivery/actions/send_now'
import ArchivedFile from '#core/delivery/models/archived_file'
import type Sending from '#core/delivery/models/sending'
import { findDispatch, findSending } from '#core/delivery/queries/find_own'
import { listSendings, presentSendings } from '#core/delivery/queries/list_sendings'
import { sendNowValidator, sendingsPageValidator } from '#core/delivery/validators/sending'
import { requestLocale } from '#core/http/request_locale'
import { can } from '#core/permissions/can'
import { notAllowed } from '#core/permissions/errors'
import { findSavedReport, findSchedule } from '#core/saved_reports/queries/find_saved_report'

const USUAL = 50

/** What was sent to whom, what became of it, and sending by hand. */
export default class SendingsController {
  async index(ctx: HttpContext) {
    const { request, response, params, reader } = ctx
    const saved = await findSavedReport(reader, params.id)
    const { before, limit = USUAL } = await sendingsPageValidator.validate(request.qs())
    const page = { savedReportId: saved.id, before, limit }
    return response.json(await listSendings(reader, page, requestLocale(ctx)))
  }

  async show(ctx: HttpContext) {
    const found = await findSending(ctx.reader, ctx.params.id)
    return ctx.response.json({ sending: await presented(ctx, found) })
  }

  async store(ctx: HttpContext) {
    const { request, response, params, reader } = ctx
    const saved = await findSavedReport(reader, params.id)
    const schedule = await findSchedule(saved, params.schedule)
    // Whose report it is may have a right that who sends it lacks.
    if (schedule.specification && !can(reader, 'specifications.open')) {
      throw notAllowed('specifications.open')
    }
    const { asIfOn, recipients } = await request.validateUsing(sendNowValidator)
    const askedBy = reader.actor?.userId ?? reader.userId
    const sent = await sendNow(saved, schedule, { asIfOn, recipients, askedBy })
    await recordOf(ctx, {
      action: 'report.sent',
      subject: saved.name,
      details: { id: saved.id, sending: sent.id, on: sent.onDate, recipients: recipients ?? [] },
    })
    return response.status(202).json({ sending: await presented(ctx, sent) })
  }

  async again(ctx: HttpContext) {
    const { dispatch, sending } = await findDispatch(ctx.reader, ctx.params.id)
    const file = await ArchivedFile.find(dispatch.fileId ?? '')
    if (file?.specification && !can(ctx.reader, 'specifications.open')) {
      throw notAllowed('specifications.open')
    }
    await sendAgain(sending, dispatch)
    await recordOf(ctx, {
      action: 'report.sentAgain',
      subject: sending.title,
      details: { sending: sending.id, recipient: dispatch.address },
    })
    return ctx.response.json({ sending: await presented(ctx, await sending.refresh()) })
  }
}

async function presented(ctx: HttpContext, sending: Sending) {
  const [shown] = await presentSendings(ctx.reader, [sending], requestLocale(ctx))
  return shown
}
