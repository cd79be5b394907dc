import type { HttpContext } from '@adonisjs/core/http'
import { recordOf } from '#core/audit/actions/record_of'
import { addDocument, DOCUMENT_MEGABYTES } from '#core/errands/actions/add_document'
import { removeDocument } from '#core/errands/actions/remove_document'
import { documentTooLarge } from '#core/errands/errors'
import type ErrandDocument from '#core/errands/models/errand_document'
import { documentsOf, findDocument } from '#core/errands/queries/find_document'
import { findErrand } from '#core/errands/queries/find_errand'
import { newDocument } from '#core/errands/validators/errand'
import { requestLocale } from '#core/http/request_locale'
import { sendFile } from '#core/http/send_file'

/** Files that people add to errands. */
export default class DocumentsController {
  async index(ctx: HttpContext) {
    const { service, errand } = await findErrand(ctx.reader, named(ctx), requestLocale(ctx))
    const documents = await documentsOf(ctx.reader, service.object.id, errand.errand)
    return ctx.response.json({ documents: documents.map(presented) })
  }

  /** The body is the file; its name stands in the query. */
  async store(ctx: HttpContext) {
    const found = await findErrand(ctx.reader, named(ctx), requestLocale(ctx))
    const { name, internal = false } = await newDocument.validate(ctx.request.qs())
    const content = await bodyOf(ctx)
    const document = await addDocument(ctx.reader, found, { name, internal, content })
    await recordOf(ctx, {
      action: 'errand.documentAdded',
      subject: found.errand.errand,
      details: { name: document.name, size: document.size },
    })
    return ctx.response.status(201).json({ document: presented(document) })
  }

  async show(ctx: HttpContext) {
    const document = await findDocument(ctx.reader, ctx.params.document)
    const { name, contentType, path, errand } = document
    await recordOf(ctx, { action: 'errand.documentOpened', subject: errand, details: { name } })
    return sendFile(ctx, { path, name, contentType }, { keep: true })
  }

  async destroy(ctx: HttpContext) {
    const document = await findDocument(ctx.reader, ctx.params.document)
    await removeDocument(ctx.reader, document)
    const { name, errand } = document
    await recordOf(ctx, { action: 'errand.documentRemoved', subject: errand, details: { name } })
    return ctx.response.noContent()
  }
}

const named = ({ params }: HttpContext) => params as { service: string; errand: string }

async function bodyOf({ request }: HttpContext): Promise<Buffer> {
  const chunks: Buffer[] = []
  let size = 0
  // A request that is destroyed could not be answered any more.
  for await (const chunk of request.request.iterator({ destroyOnReturn: false })) {
    size += (chunk as Buffer).length
    if (size > DOCUMENT_MEGABYTES * 1024 * 1024) throw documentTooLarge(DOCUMENT_MEGABYTES)
    chunks.push(chunk as Buffer)
  }
  return Buffer.concat(chunks)
}

const presented = (document: ErrandDocument) => ({
  id: document.id,
  name: document.name,
  size: document.size,
  internal: document.internal,
  author: document.author,
  addedAt: document.addedAt.toISO(),
})
