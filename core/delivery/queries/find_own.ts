import { unknownDispatch, unknownFile, unknownSending } from '#core/delivery/errors'
import ArchivedFile from '#core/delivery/models/archived_file'
import Dispatch from '#core/delivery/models/dispatch'
import Sending from '#core/delivery/models/sending'
import type { Reader } from '#core/permissions/reader'
import User from '#core/users/models/user'
import SavedReport from '#core/saved_reports/models/saved_report'

const idOf = (id: unknown) => (/^\d{1,9}$/.test(String(id)) ? Number(id) : 0)

/** Administrators see every sending of their customer's; others those of what they own. */
async function isTheirs(reader: Reader, sending: Sending): Promise<boolean> {
  if (sending.customerId !== reader.customerId) return false
  if (reader.role === 'administrator') return true
  if (sending.savedReportId === null) return sending.ownerId === reader.userId
  const saved = await SavedReport.find(sending.savedReportId)
  return (saved ?? sending).ownerId === reader.userId
}

/** @throws E_UNKNOWN_SENDING */
export async function findSending(reader: Reader, id: unknown): Promise<Sending> {
  const sending = await Sending.findBy({ customerId: reader.customerId, id: idOf(id) })
  if (!sending || !(await isTheirs(reader, sending))) throw unknownSending(String(id))
  return sending
}

/** @throws E_UNKNOWN_DISPATCH */
export async function findDispatch(reader: Reader, id: unknown) {
  const dispatch = await Dispatch.findBy({ customerId: reader.customerId, id: String(id) })
  const sending = dispatch && (await Sending.findOrFail(dispatch.sendingId))
  if (!sending || !(await isTheirs(reader, sending))) throw unknownDispatch(String(id))
  return { dispatch, sending }
}

/**
 * A file of the archive that the reader may have. An owner gets what was made with their own rights,
 * not what an earlier owner or a recipient could see; calls only those who may open them. Who was sent
 * a file fetches it too, unless only what is one's own is asked for.
 *
 * @throws E_UNKNOWN_FILE
 */
export async function findArchivedFile(
  reader: Reader,
  id: unknown,
  { sentToo = true } = {}
): Promise<ArchivedFile> {
  const file = await ArchivedFile.findBy({ customerId: reader.customerId, id: String(id) })
  const sending = file && (await Sending.findOrFail(file.sendingId))
  if (!sending) throw unknownFile(String(id))
  if (mayHave(reader, file) && (await isTheirs(reader, sending))) return file
  if (sentToo && (await wasSent(reader, file))) return file
  throw unknownFile(String(id))
}

/** Whether the file was sent to the reader, as it lies there. */
async function wasSent(
  reader: Reader,
  { id, specification, forgottenAt }: ArchivedFile
): Promise<boolean> {
  if (forgottenAt !== null || (specification && !reader.callSpecification)) return false
  const user = await User.findOrFail(reader.userId)
  const dispatch = await Dispatch.query()
    .where({ fileId: id, recipient: user.email.toLowerCase() })
    .whereIn('state', ['handed', 'confirmed', 'unknown'])
    .first()
  return dispatch !== null
}

/** Whether the reader may see what is in a file of theirs. */
export const mayHave = (
  reader: Reader,
  { madeFor, specification, forgottenAt }: ArchivedFile
): boolean =>
  forgottenAt === null &&
  (!specification || reader.callSpecification) &&
  (reader.role === 'administrator' || madeFor === reader.userId)
