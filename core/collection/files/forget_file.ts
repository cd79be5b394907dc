import { dropKept } from '#core/collection/files/kept_file'
import type CollectedFile from '#core/collection/models/collected_file'

/** Lets go of a file that there is no reason to keep: its row first, so that a crash leaves no row without its copy. */
export async function forgetFile(file: CollectedFile): Promise<void> {
  await file.delete()
  await dropKept(file)
}
