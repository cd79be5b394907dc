import { readFile, writeFile } from 'node:fs/promises'

/**
 * Adds a folder to the list in `config/plugins.ts`, after those of its kind, or at the end.
 *
 * @returns whether it stands there now; false where the list has another form than it is made with.
 */
export async function registerFolder(config: string, folder: string): Promise<boolean> {
  const text = await readFile(config, 'utf8')
  if (text.includes(`'${folder}'`)) return true
  const lines = text.split('\n')
  const begins = lines.findIndex((line) => /^\s*folders: \[$/.test(line))
  if (begins < 0) return false
  const kind = folder.split('/').slice(0, 2).join('/')
  const last = lines.findLastIndex((line) => line.includes(`'${kind}/`))
  const ends = lines.findIndex((line, at) => at > begins && /^\s*\],?$/.test(line))
  lines.splice(last > begins ? last + 1 : ends, 0, `    '${folder}',`)
  await writeFile(config, lines.join('\n'))
  return true
}
