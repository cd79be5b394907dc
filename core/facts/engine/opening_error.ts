import { accessSync, constants, existsSync, lstatSync, readdirSync, readFileSync } from 'node:fs'
import { join, relative } from 'node:path'
import { factsInUse, factsNotOpened } from '#core/facts/errors'

/** Why the engine could not open its folder: it says itself little more than that it could not. */
export function openingError(folder: string, error: unknown) {
  // A copy also holds the number of the process that has the original open.
  const copied = copiedLinks(folder)
  if (copied.length > 0) return factsNotOpened(folder, withoutLinks(copied))
  const owner = ownerOf(folder)
  if (owner !== undefined) return factsInUse(folder, ` (process ${owner})`)
  return factsNotOpened(folder, refusedBySystem(folder) ?? error)
}

const withoutLinks = (copied: readonly string[]) =>
  `it was copied without its links, so these became folders: ${copied.join(', ')}. Delete them, as what is in them lies under store/ too, and the engine makes the links anew; or copy the storage again with its links (cp -a, rsync -a).`

/** The engine writes down which process has the folder. What a killed process left there is no owner. */
function ownerOf(folder: string): number | undefined {
  let pid = 0
  try {
    pid = Number(/PID: (\d+)/.exec(readFileSync(join(folder, 'status'), 'utf8'))?.[1] ?? 0)
    if (pid === 0 || pid === process.pid) return undefined
    process.kill(pid, 0)
    return pid
  } catch (error) {
    // A process of another account may not be asked, but is there.
    return (error as NodeJS.ErrnoException).code === 'EPERM' ? pid : undefined
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

/** The database and its tables are links into `store`; those that became folders, as seen from the storage. */
function copiedLinks(folder: string): string[] {
  const database = foldersIn(join(folder, 'metadata')).filter((path) => path.endsWith('facts'))
  return [...database, ...foldersIn(join(folder, 'data', 'facts'))].map((path) =>
    relative(folder, path)
  )
}

/** Folders in a folder, without links to any; none where it cannot be read. */
function foldersIn(folder: string): string[] {
  if (!existsSync(folder)) return []
  return readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => join(folder, name))
}
