import { relative, sep } from 'node:path'
import { storageFolder } from '#config/storage'

/** A file in the inbox, by the names of the folders it lies in. */
export interface InboxFile {
  path: string
  slug: string
  source: string
  point: string
  name: string
}

/**
 * What a path in the inbox is: `inbox/<customer>/<source>/<point>/<file>`. Files of programs that are
 * still copying, hidden files and files outside such a folder are answered by undefined.
 */
export function inboxFile(path: string): InboxFile | undefined {
  const [slug, source, point, name, ...deeper] = relative(storageFolder('inbox'), path).split(sep)
  if (!slug || !source || !point || !name || deeper.length > 0) return undefined
  if (name.startsWith('.') || /(~|\.(tmp|part|partial|swp))$/i.test(name)) return undefined
  return { path, slug, source, point, name }
}
