import type { HttpContext } from '@adonisjs/core/http'
import { recordOf } from '#core/audit/actions/record_of'
import { confirmOpened } from '#core/delivery/actions/confirm_opened'
import { forgetFile } from '#core/delivery/actions/forget_file'
import { archivePath } from '#core/delivery/archive_files'
import { findArchivedFile, findFileToForget } from '#core/delivery/queries/find_own'
import { sendFile } from '#core/http/send_file'

/** The files that were sent. */
export default class ArchiveController {
  async show(ctx: HttpContext) {
    const file = await findArchivedFile(ctx.reader, ctx.params.id)
    const { id, name, contentType } = file
    await recordOf(ctx, { action: 'file.downloaded', subject: name, details: { file: id } })
    await confirmOpened(file, ctx.reader)
    return sendFile(ctx, { path: archivePath(file), name, contentType }, { keep: true })
  }

  async destroy(ctx: HttpContext) {
    const file = await findFileToForget(ctx.reader, ctx.params.id)
    await forgetFile(file)
    await recordOf(ctx, {
      action: 'file.forgotten',
      subject: file.name,
      details: { file: file.id, sending: file.sendingId },
    })
    return ctx.response.noContent()
  }
}
