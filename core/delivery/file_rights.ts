import type ArchivedFile from '#core/delivery/models/archived_file'
import type Dispatch from '#core/delivery/models/dispatch'
import { can } from '#core/permissions/can'
import { findReader } from '#core/permissions/read_rights'
import { seesAll } from '#core/permissions/sees_all'
import { findUser } from '#core/users/queries/find_user'

/**
 * Whether the person with whose rights a file was made still has access to all that is in it. A file may
 * wait for a mail server for a day, and is sent again long after.
 */
export async function isStillTheirs({
  madeFor,
  customerId,
  specification,
  objects,
}: ArchivedFile): Promise<boolean> {
  const reader = madeFor === null ? null : await findReader(madeFor, customerId)
  if (!reader || !can(reader, 'exports.make')) return false
  return seesAll(reader, objects) && (!specification || reader.callSpecification)
}

/** Keeps which objects of the file its recipient has access to now: a link ends where they lose one of them. */
export async function keepSeenObjects(dispatch: Dispatch, file: ArchivedFile): Promise<void> {
  const user = await findUser(dispatch.address)
  const reader = user && (await findReader(user.id, dispatch.customerId))
  const seen = reader?.objectIds
  const objects = seen === null ? null : (file.objects ?? []).filter((id) => seen?.has(id))
  await dispatch.merge({ objects }).save()
}
