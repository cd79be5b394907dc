import { appendFile, readdir, rm, stat, utimes } from 'node:fs/promises'
import { createReadStream } from 'node:fs'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { storageFolder } from '#config/storage'

/** Files of the inbox that have long been collected; the collection keeps its own copy. */
const OLD_MS = 62 * 24 * 3_600_000

/** Where the demo's own files of a source lie, and the folder of the inbox in which they go on. */
export interface DemoFolders {
  made: string
  inbox: string
}

export const demoFolders = (slug: string, source: string): DemoFolders => ({
  made: storageFolder('demo', source),
  inbox: storageFolder('inbox', slug, source),
})

interface FoundFile {
  path: string
  writtenAt: number
}

/** All files that the demo has written of a source, at first and since. */
export async function writtenFiles({ made, inbox }: DemoFolders): Promise<FoundFile[]> {
  const found: FoundFile[] = []
  for (const folder of [made, inbox]) {
    for (const entry of await readdir(folder, { withFileTypes: true, recursive: true })) {
      if (!entry.isFile()) continue
      const path = join(entry.parentPath, entry.name)
      const { mtimeMs } = await stat(path)
      found.push({ path, writtenAt: mtimeMs })
    }
  }
  return found
}

/** Takes lines that are in a file out of those that are to be written. */
export async function leaveOutWritten(path: string, missing: Set<string>): Promise<void> {
  const lines = createInterface({ input: createReadStream(path), crlfDelay: Infinity })
  for await (const line of lines) missing.delete(line)
}

/** Adds whole lines to a file of the inbox, as of a moment; a new one begins with its header. */
export async function addLines(
  { inbox }: DemoFolders,
  { point, name, header }: { point: string; name: string; header?: string | undefined },
  lines: readonly string[],
  now: Date
): Promise<void> {
  const path = join(inbox, point, name)
  const isNew = !(await stat(path).catch(() => undefined))
  const all = isNew && header !== undefined ? [header, ...lines] : lines
  await appendFile(path, all.map((line) => `${line}\n`).join(''))
  // By this it is known how far the demo has come.
  await utimes(path, now, now)
}

/** Removes what has long been collected from the inbox. */
export async function removeOld(folders: DemoFolders, now: Date): Promise<void> {
  for (const { path, writtenAt } of await writtenFiles(folders)) {
    const isOld = writtenAt < now.getTime() - OLD_MS
    if (isOld && path.startsWith(folders.inbox)) await rm(path, { force: true })
  }
}
