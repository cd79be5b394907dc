import db from '@adonisjs/lucid/services/db'
import { DateTime } from 'luxon'
import type ArchivedFile from '#core/delivery/models/archived_file'
import type { Reader } from '#core/permissions/reader'
import User from '#core/users/models/user'
import { momentText } from '#database/columns'

/** Whoever fetches a file that they were sent has got it. Not so where somebody helps them. */
export async function confirmOpened({ id }: ArchivedFile, reader: Reader): Promise<void> {
  if (reader.actor) return
  const user = await User.findOrFail(reader.userId)
  await db
    .from('dispatches')
    .where({ file_id: id, recipient: user.email.toLowerCase() })
    .whereIn('state', ['handed', 'unknown'])
    .update({ state: 'confirmed', problem: 'null', state_at: momentText(DateTime.utc()) })
}
