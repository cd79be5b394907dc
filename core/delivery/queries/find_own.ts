import { unknownDispatch, unknownFile, unknownSending } from '#core/delivery/errors'
import ArchivedFile from '#core/delivery/models/archived_file'
import Dispatch from '#core/delivery/models/dispatch'
import Sending from '#core/delivery/models/sending'
import type { Reader } from '#core/permissions/reader'
import { seesAll } from '#core/permissions/sees_all'
import { givenReportTypes } from '#core/reports/queries/given_report_types'
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
 * A file of the archive that the reader may have now. An owner gets what was made with their own rights,
 * not what an earlier owner or a recipient could see, and only while they have access to all that is in
 * it. Who was sent a file fetches it too, unless they have lost access to something in it since.
 *
 * @throws E_UNKNOWN_FILE
 */
export async function findArchivedFile(reader: Reader, id: unknown): Promise<ArchivedFile> {
  const { file, sending } = await fileAndSending(reader, id)
  if ((await mayHave(reader, file)) && (await isTheirs(reader, sending))) return file
  if (await wasSent(reader, file)) return file
  throw unknownFile(file.id)
}

/**
 * A file of the reader's own, to remove: that takes no access to what is in it.
 *
 * @throws E_UNKNOWN_FILE
 */
export async function findFileToForget(reader: Reader, id: unknown): Promise<ArchivedFile> {
  const { file, sending } = await fileAndSending(reader, id)
  const own = file.forgottenAt === null && isMadeFor(reader, file)
  if (own && (await isTheirs(reader, sending))) return file
  throw unknownFile(file.id)
}

async function fileAndSending(reader: Reader, id: unknown) {
  const file = await ArchivedFile.findBy({ customerId: reader.customerId, id: String(id) })
  if (!file) throw unknownFile(String(id))
  return { file, sending: await Sending.findOrFail(file.sendingId) }
}

const isMadeFor = ({ role, userId }: Reader, { madeFor }: ArchivedFile) =>
  role === 'administrator' || madeFor === userId

/** Whether the file was sent to the reader, as it lies there, and they have lost nothing of it since. */
async function wasSent(reader: Reader, file: ArchivedFile): Promise<boolean> {
  if (!(await mayOpen(reader, file))) return false
  const user = await User.findOrFail(reader.userId)
  const dispatch = await Dispatch.query()
    .where({ fileId: file.id, recipient: user.email.toLowerCase() })
    .whereIn('state', ['handed', 'confirmed', 'unknown'])
    .first()
  return dispatch !== null && seesAll(reader, dispatch.objects ?? file.objects)
}

/** Whether the reader may see what is in a file of theirs. */
export const mayHave = async (reader: Reader, file: ArchivedFile): Promise<boolean> =>
  isMadeFor(reader, file) && seesAll(reader, file.objects) && (await mayOpen(reader, file))

/** Whether the file is there, of a report that the customer still has, and without calls that the reader may not open. */
async function mayOpen(
  { customerId, callSpecification }: Reader,
  { forgottenAt, specification, report }: ArchivedFile
): Promise<boolean> {
  if (forgottenAt !== null || (specification && !callSpecification)) return false
  if (report === null) return true
  const given = await givenReportTypes(customerId)
  return given.some(({ type }) => type.key === report)
}
