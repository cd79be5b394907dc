import {
  accessSync,
  constants,
  existsSync,
  lstatSync,
  readdirSync,
  readFileSync,
  readlinkSync,
  realpathSync,
} from 'node:fs'
import { join, relative } from 'node:path'
import { factsInUse, factsNotOpened } from '#core/facts/errors'

/** Why the engine could not open its folder: it says itself little more than that it could not. */
export function openingError(folder: string, error: unknown) {
  // A copy also holds the number of the process that has the original open.
  const copied = copiedLinks(folder)
  if (copied.length > 0) return factsNotOpened(folder, withoutLinks(copied))
  const owner = ownerOf(folder)
  if (owner !== undefined) return factsInUse(folder, ` (process ${owner})`)
  return factsNotOpened(folder, refusedBySystem(folder) ?? toldElsewhere(error) ?? error)
}

/** The engine tells its reason to the standard error stream alone. */
function toldElsewhere(error: unknown): string | undefined {
  if (!(error instanceof Error && /Failed to create connection/.test(error.message)))
    return undefined
  return 'the engine cannot read what lies there, and has written why to the standard error output of this process. Where that cannot be mended, move the folder away, start, and run node ace facts:mend --all.'
}

const withoutLinks = (copied: readonly string[]) =>
  `it was copied without its links, so these are links no more: ${copied.join(', ')}. Delete them, as what is in them lies under store/ too, and start again: the engine makes the links anew. Or copy the storage again with its links (cp -a, rsync -a).`

/** The engine writes down which process has the folder, and keeps that file open as long as it has. */
function ownerOf(folder: string): number | undefined {
  const status = join(folder, 'status')
  const pid = Number(/PID: (\d+)/.exec(textIn(status))?.[1] ?? 0)
  return pid !== 0 && pid !== process.pid && hasOpen(pid, status) ? pid : undefined
}

const textIn = (path: string) => (existsSync(path) ? readFileSync(path, 'utf8') : '')

/** Whether a process has a file open; where that cannot be seen, whether there is such a process. */
function hasOpen(pid: number, path: string): boolean {
  try {
    const own = realpathSync(path)
    return readdirSync(`/proc/${pid}/fd`).some((fd) => targetOf(`/proc/${pid}/fd/${fd}`) === own)
  } catch {
    return isRunning(pid)
  }
}

function targetOf(link: string): string | undefined {
  try {
    return readlinkSync(link)
  } catch {
    return undefined
  }
}

function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    // A process of another account may not be asked, but is there.
    return (error as NodeJS.ErrnoException).code === 'EPERM'
  }
}

function refusedBySystem(folder: string): string | undefined {
  try {
    if (!lstatSync(folder).isDirectory()) return 'it is not a folder.'
    for (const path of [folder, ...foldersIn(folder)]) {
      accessSync(path, constants.R_OK | constants.W_OK | constants.X_OK)
    }
    return undefined
  } catch (error) {
    return `the account of this server cannot read and write it (${(error as Error).message}).`
  }
}

/** The database and its tables are links into `store`; those that became folders or files, as seen from the storage. */
function copiedLinks(folder: string): string[] {
  const database = notLinks(join(folder, 'metadata')).filter((path) => path.endsWith('/facts'))
  return [...database, ...notLinks(join(folder, 'data', 'facts'))].map((path) =>
    relative(folder, path)
  )
}

/** What lies in a folder and is no link; none where it cannot be read. */
function notLinks(folder: string): string[] {
  if (!existsSync(folder)) return []
  return readdirSync(folder, { withFileTypes: true })
    .filter((entry) => !entry.isSymbolicLink())
    .map(({ name }) => join(folder, name))
}

/** Folders in a folder, without links to any; none where it cannot be read. */
function foldersIn(folder: string): string[] {
  return notLinks(folder).filter((path) => lstatSync(path).isDirectory())
}
