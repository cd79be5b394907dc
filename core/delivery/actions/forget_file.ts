import { rm } from 'node:fs/promises'
import { DateTime } from 'luxon'
import { archivePath } from '#core/delivery/archive_files'
import type ArchivedFile from '#core/delivery/models/archived_file'

/** Removes what a sent file held; that it was sent stays told. */
export async function forgetFile(file: ArchivedFile): Promise<void> {
  await rm(archivePath(file), { force: true })
  await file.merge({ forgottenAt: DateTime.utc() }).save()
}
