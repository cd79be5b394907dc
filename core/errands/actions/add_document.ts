import { randomUUID } from 'node:crypto'
import { rm, writeFile } from 'node:fs/promises'
import { extname } from 'node:path'
import { DateTime } from 'luxon'
import {
  documentTooLarge,
  documentType,
  internalFromCustomer,
  tooManyDocuments,
} from '#core/errands/errors'
import ErrandDocument from '#core/errands/models/errand_document'
import type { FoundErrand } from '#core/errands/queries/find_errand'
import type { Reader } from '#core/permissions/reader'
import { cleanPicture } from '#core/pictures/clean_picture'
import User from '#core/users/models/user'

export const DOCUMENT_MEGABYTES = 10
const MOST_DOCUMENTS = 50

/** Content as it is kept and its type, or null where it is not what the name says. */
type Check = (content: Buffer) => { content: Buffer; type: string } | null

const picture: Check = (upload) => {
  const { bytes, type } = cleanPicture(upload, 'document')
  return { content: bytes, type }
}
const checks = new Map<string, Check>([
  [
    '.pdf',
    (content) =>
      content.subarray(0, 5).toString('latin1') === '%PDF-'
        ? { content, type: 'application/pdf' }
        : null,
  ],
  ['.png', picture],
  ['.jpg', picture],
  ['.jpeg', picture],
  [
    '.txt',
    (content) => (content.includes(0) ? null : { content, type: 'text/plain; charset=utf-8' }),
  ],
])

/**
 * Adds a document to an errand: PDF, plain text, or a picture, which is drawn anew.
 *
 * @throws E_DOCUMENT_TOO_LARGE, E_DOCUMENT_TYPE, E_BAD_PICTURE, E_TOO_MANY_DOCUMENTS, E_INTERNAL_FROM_CUSTOMER
 */
export async function addDocument(
  reader: Reader,
  { service, errand }: FoundErrand,
  { name, content, internal = false }: { name: string; content: Buffer; internal?: boolean }
): Promise<ErrandDocument> {
  if (internal && reader.role === 'customerUser') throw internalFromCustomer()
  if (content.length > DOCUMENT_MEGABYTES * 1024 * 1024) throw documentTooLarge(DOCUMENT_MEGABYTES)
  const checked = content.length ? checks.get(extname(name).toLowerCase())?.(content) : null
  if (!checked) throw documentType([...checks.keys()])
  const { object } = service
  const known = await ErrandDocument.query().where({ objectId: object.id, errand: errand.errand })
  if (known.length >= MOST_DOCUMENTS) throw tooManyDocuments(MOST_DOCUMENTS)
  const author = await User.findOrFail(reader.userId)
  const document = new ErrandDocument().fill({
    id: randomUUID(),
    customerId: reader.customerId,
    objectId: object.id,
    errand: errand.errand,
    name: plainName(name),
    contentType: checked.type,
    size: checked.content.length,
    internal,
    userId: reader.userId,
    author: author.name,
    addedAt: DateTime.utc(),
  })
  await writeFile(document.path, checked.content, { flush: true })
  return document.save().catch(async (error: unknown) => {
    await rm(document.path, { force: true })
    throw error
  })
}

/** Without what a file system or a header would read something into. */
const plainName = (name: string) =>
  [
    ...name
      .normalize('NFC')
      .replaceAll(/[\p{Cc}\p{Cf}/\\]/gu, ' ')
      .trim(),
  ]
    .slice(-200)
    .join('')
