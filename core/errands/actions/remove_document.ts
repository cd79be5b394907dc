import { rm } from 'node:fs/promises'
import { unknownDocument } from '#core/errands/errors'
import type ErrandDocument from '#core/errands/models/errand_document'
import { can } from '#core/permissions/can'
import type { Reader } from '#core/permissions/reader'

/** Removes a document: whoever added it, and those who handle errands. Throws `E_UNKNOWN_DOCUMENT`. */
export async function removeDocument(reader: Reader, document: ErrandDocument): Promise<void> {
  const own = document.userId === reader.userId
  if (!own && !can(reader, 'errands.handle')) throw unknownDocument(document.id)
  await document.delete()
  await rm(document.path, { force: true })
}
