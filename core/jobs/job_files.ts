import { copyFile, mkdir, rename, rm, stat } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { storageFolder } from '#config/storage'
import type { JobFile } from '#core/jobs/job_kind'
import type BackgroundJob from '#core/jobs/models/background_job'

const FOLDER = 'jobs'

/** Moves a made file to the jobs' folder, and answers what the row says of it. */
export async function keepJobFile(job: Pick<BackgroundJob, 'id' | 'customerId'>, file: JobFile) {
  const path = join(String(job.customerId), job.id)
  const kept = jobFilePath(path)
  await mkdir(dirname(kept), { recursive: true })
  await move(file.path, kept)
  const { size } = await stat(kept)
  return {
    file_path: path,
    file_name: [...file.name].slice(-255).join(''),
    file_type: file.contentType,
    file_size: size,
    file_objects: JSON.stringify(file.objects ?? []),
  }
}

export const jobFilePath = (path: string) => join(storageFolder(FOLDER), path)

export const removeJobFile = (path: string | null) =>
  path ? rm(jobFilePath(path), { force: true }) : undefined

/** Also to a folder on another disk. */
async function move(from: string, to: string) {
  try {
    await rename(from, to)
  } catch (error) {
    if ((error as { code?: string }).code !== 'EXDEV') throw error
    await copyFile(from, to)
    await rm(from)
  }
}
