import { readdir } from 'node:fs/promises'
import { join, relative, sep } from 'node:path'
import type { InboxPlace } from '#core/collection/inbox/inbox_file'
import { storageFolder } from '#config/storage'

/** Folders of the inbox: `inbox/<customer>/<source>/<point>`, and those that they lie in. */
export interface InboxFolders {
  /** Where files are collected from. */
  leaves: string[]
  /** Where new folders may appear. */
  branches: string[]
}

const DEPTH = 3

/** All folders there are in the inbox now, also those that nobody knows. */
export async function inboxFolders(): Promise<InboxFolders> {
  let level = [storageFolder('inbox')]
  const branches: string[] = []
  for (let depth = 0; depth < DEPTH; depth += 1) {
    branches.push(...level)
    const below: string[] = []
    for (const folder of level) below.push(...(await foldersIn(folder)))
    level = below
  }
  return { leaves: level, branches }
}

async function foldersIn(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { withFileTypes: true }).catch(() => [])
  return entries.filter((entry) => entry.isDirectory()).map(({ name }) => join(folder, name))
}

/** Whose a folder of the inbox is, by the folders it lies in. */
export function placeOf(folder: string): InboxPlace {
  const [slug, source, point] = relative(storageFolder('inbox'), folder).split(sep)
  return { slug, source, point }
}
