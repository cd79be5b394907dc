import { createReadStream } from 'node:fs'
import { rm, stat } from 'node:fs/promises'
import type { HttpContext } from '@adonisjs/core/http'

/** A file made for one reader: sent as a download and then removed. */
export interface MadeFile {
  path: string
  name: string
  contentType: string
}

/** Sends the file under its own name, whatever letters that has, and removes it from here unless it is to be kept. */
export async function sendFile(
  { response }: HttpContext,
  file: MadeFile,
  { keep = false }: { keep?: boolean } = {}
) {
  const { size } = await stat(file.path)
  response.header('content-type', file.contentType)
  response.header('content-length', String(size))
  response.header('content-disposition', disposition(file.name))
  response.header('cache-control', 'private, no-store')
  if (!keep) response.response.once('close', () => void rm(file.path, { force: true }))
  return response.stream(createReadStream(file.path))
}

/** RFC 6266: a plain name for old readers, the real one for the rest. */
function disposition(name: string) {
  const plain = name.normalize('NFKD').replaceAll(/[^\w. -]/g, '')
  return `attachment; filename="${plain}"; filename*=UTF-8''${encodeURIComponent(name)}`
}
