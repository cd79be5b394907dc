import { randomUUID } from 'node:crypto'
import { copyFile, mkdir, rename, rm, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { DateTime } from 'luxon'
import { storageFolder } from '#config/storage'
import ArchivedFile from '#core/delivery/models/archived_file'
import type { MadeFile } from '#core/http/send_file'

interface Kept {
  customerId: number
  sendingId: number
  madeFor: number | null
  specification: boolean
  report: string
  objects: readonly number[]
}

const folderOf = (customerId: number) => join(storageFolder('archive'), String(customerId))

/** Where an archived file lies. */
export const archivePath = ({ id, customerId }: Pick<ArchivedFile, 'id' | 'customerId'>) =>
  join(folderOf(customerId), id)

/** Moves a made file into the customer's archive, or copies it there where `keep` says that it is kept elsewhere too. */
export async function archiveFile(
  file: MadeFile,
  kept: Kept,
  { keep = false } = {}
): Promise<ArchivedFile> {
  const id = randomUUID()
  const path = archivePath({ id, customerId: kept.customerId })
  await mkdir(folderOf(kept.customerId), { recursive: true })
  if (keep) await copyFile(file.path, path)
  else {
    await rename(file.path, path).catch(async () => {
      // The archive may lie on another disk.
      await copyFile(file.path, path)
      await rm(file.path)
    })
  }
  const { size } = await stat(path)
  return ArchivedFile.create({
    ...kept,
    objects: [...kept.objects],
    id,
    name: [...file.name].slice(-255).join(''),
    contentType: file.contentType,
    size,
    madeAt: DateTime.utc(),
    forgottenAt: null,
  })
}

/** Removes what an earlier try at making left. */
export async function dropFilesOf(sendingId: number): Promise<void> {
  for (const file of await ArchivedFile.query().where('sendingId', sendingId)) {
    await rm(archivePath(file), { force: true })
    await file.delete()
  }
}
