import { unknownDocument } from '#core/errands/errors'
import ErrandDocument from '#core/errands/models/errand_document'
import type { Reader } from '#core/permissions/reader'

/** Documents of an errand that the reader sees, oldest first. */
export const documentsOf = (reader: Reader, objectId: number, errand: string) =>
  visible(reader).where({ objectId, errand }).orderBy('addedAt')

/** A document of an errand that the reader sees. Throws `E_UNKNOWN_DOCUMENT`. */
export async function findDocument(reader: Reader, id: unknown): Promise<ErrandDocument> {
  const document = await visible(reader).where('id', String(id)).first()
  const seen = document && (!reader.objectIds || reader.objectIds.has(document.objectId))
  if (!seen) throw unknownDocument(String(id))
  return document
}

const visible = ({ customerId, role }: Reader) =>
  ErrandDocument.query()
    .where({ customerId })
    .if(role === 'customerUser', (query) => query.where('internal', false))
