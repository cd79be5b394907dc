import type { HttpContext } from '@adonisjs/core/http'
import { recordOf } from '#core/audit/actions/record_of'
import { commentErrand } from '#core/errands/actions/comment_errand'
import { findErrand } from '#core/errands/queries/find_errand'
import { listComments } from '#core/errands/queries/list_comments'
import { newComment } from '#core/errands/validators/errand'
import { requestLocale } from '#core/http/request_locale'

/** What people write on errands. */
export default class CommentsController {
  async store(ctx: HttpContext) {
    const names = ctx.params as { service: string; errand: string }
    const found = await findErrand(ctx.reader, names, requestLocale(ctx))
    const comment = await ctx.request.validateUsing(newComment)
    await commentErrand(ctx.reader, found, comment)
    await recordOf(ctx, {
      action: 'errand.commented',
      subject: found.errand.errand,
      details: { internal: comment.internal ?? false },
    })
    const comments = await listComments(ctx.reader, found, requestLocale(ctx))
    return ctx.response.status(201).json({ comments })
  }
}
