import type { HttpContext } from '@adonisjs/core/http'
import { recordOf } from '#core/audit/actions/record_of'
import { sendAgain } from '#core/delivery/actions/send_again'
import { sendNow } from '#core/delivery/actions/send_now'
import { findDispatch, findSending } from '#core/delivery/queries/find_own'
import { listSendings, presentSendings } from '#core/delivery/queries/list_sendings'
import { sendNowValidator, sendingsPageValidator } from '#core/delivery/validators/sending'
import { can } from '#core/permissions/can'
import { notAllowed } from '#core/permissions/errors'
import { findSavedReport, findSchedule } from '#core/saved_reports/queries/find_saved_report'

const USUAL = 50

/** What was sent to whom, what became of it, and sending by hand. */
export default class SendingsController {
  async index({ request, response, params, reader }: HttpContext) {
    const saved = await findSavedReport(reader, params.id)
    const { before, limit = USUAL } = await sendingsPageValidator.validate(request.qs())
    return response.json(await listSendings(reader, { savedReportId: saved.id, before, limit }))
  }

  async show({ response, params, reader }: HttpContext) {
    const [sending] = await presentSendings(reader, [await findSending(reader, params.id)])
    return response.json({ sending })
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
    const [sending] = await presentSendings(reader, [sent])
    return response.status(202).json({ sending })
  }

  async again(ctx: HttpContext) {
    const { dispatch, sending } = await findDispatch(ctx.reader, ctx.params.id)
    await sendAgain(sending, dispatch)
    await recordOf(ctx, {
      action: 'report.sentAgain',
      subject: sending.title,
      details: { sending: sending.id, recipient: dispatch.address },
    })
    const [presented] = await presentSendings(ctx.reader, [await sending.refresh()])
    return ctx.response.json({ sending: presented })
  }
}
