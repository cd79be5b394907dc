import { readdir, rm, stat } from 'node:fs/promises'
import { randomUUID } from 'node:crypto'
import { hostname } from 'node:os'
import { join } from 'node:path'
import { storageFolder } from '#config/storage'

const FOLDER = 'exports'
/** A file of another machine is nobody's any more after this. */
const ABANDONED_MS = 24 * 3_600_000

const machine = hostname()
  .replaceAll(/[^\w-]/g, '')
  .slice(0, 30)

/** Where a file lies while it is made. Its name says which process makes it. */
export const unfinishedPath = (extension: string): string =>
  join(storageFolder(FOLDER), `${machine}~${process.pid}~${randomUUID()}.${extension}`)

/** Removes the files that processes were making when they were killed. Answers how many there were. */
export async function clearUnfinishedFiles(): Promise<number> {
  const folder = storageFolder(FOLDER)
  let cleared = 0
  for (const name of await readdir(folder)) {
    const path = join(folder, name)
    if (!(await isAbandoned(name, path))) continue
    await rm(path, { force: true, recursive: true })
    cleared += 1
  }
  return cleared
}

async function isAbandoned(name: string, path: string): Promise<boolean> {
  const [host, pid] = name.split('~')
  // Its number may have been this process's own before: nothing is made here before this is done.
  if (host === machine) return Number(pid) === process.pid || !isRunning(Number(pid))
  const found = await stat(path).catch(() => null)
  // Names of an earlier version say nothing, and that version does not run any more.
  return pid === undefined || (found !== null && Date.now() - found.mtimeMs > ABANDONED_MS)
}

function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM'
  }
}
