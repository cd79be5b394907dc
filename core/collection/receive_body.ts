import { createHash, randomUUID } from 'node:crypto'
import { open, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { createGunzip } from 'node:zlib'
import {
  bodyBroken,
  bodyEmpty,
  bodyEncoding,
  bodyTooLarge,
  storageFull,
} from '#core/collection/errors'
import { bodyFingerprint } from '#core/collection/files/fingerprint'
import { isStorageFull } from '#core/http/is_storage_full'
import { incomingFolder } from '#core/collection/files/incoming'
import { RequestError } from '#core/http/request_error'

/** A body on disk, whole and durable. `discard` removes it where it was not moved away. */
export interface ReceivedBody {
  path: string
  size: number
  fingerprint: string
  discard(): Promise<void>
}

/** How a body is to be received. */
export interface Reception {
  limitMegabytes: number
  /** The request's `content-encoding`. */
  encoding?: string
  /** Ends the last line where its sender did not: a body of its own has no next time. */
  endLastLine: boolean
}

/**
 * Writes a body to disk as it comes, no faster than the disk takes it.
 *
 * @throws E_BODY_TOO_LARGE, E_BODY_EMPTY, E_BODY_ENCODING, E_BODY_BROKEN; nothing is left behind then.
 */
export async function receiveBody(body: Readable, reception: Reception): Promise<ReceivedBody> {
  const path = join(incomingFolder(), randomUUID())
  const discard = () => rm(path, { force: true })
  const file = await open(path, 'w').catch((error: unknown) => {
    throw isStorageFull(error) ? storageFull() : error
  })
  const hash = createHash('sha256')
  let size = 0
  try {
    const source = Readable.from(chunksOf(body), { objectMode: false })
    if (isPacked(reception.encoding)) await pipeline(source, createGunzip(), writeTo)
    else await pipeline(source, writeTo)
    if (size === 0) throw bodyEmpty()
    await file.sync()
  } catch (error) {
    await discard()
    if (isStorageFull(error)) throw storageFull()
    throw error instanceof RequestError ? error : bodyBroken(error)
  } finally {
    await file.close()
  }
  return { path, size, fingerprint: bodyFingerprint(hash.digest('base64url')), discard }

  async function writeTo(chunks: AsyncIterable<Buffer>) {
    let last = NEWLINE
    for await (const chunk of chunks) {
      if (size + chunk.length > reception.limitMegabytes * MEGABYTE) {
        throw bodyTooLarge(reception.limitMegabytes)
      }
      await write(chunk)
      last = chunk.at(-1) ?? last
    }
    if (reception.endLastLine && last !== NEWLINE) await write(Buffer.from('\n'))
  }

  async function write(chunk: Buffer) {
    hash.update(chunk)
    await file.appendFile(chunk)
    size += chunk.length
  }
}

/** A request that is destroyed cannot be answered any more, so only what it is read through is. */
async function* chunksOf(body: Readable): AsyncIterable<Buffer> {
  for await (const chunk of body.iterator({ destroyOnReturn: false })) yield chunk as Buffer
}

const MEGABYTE = 1024 * 1024
const NEWLINE = 0x0a

function isPacked(encoding = 'identity'): boolean {
  if (encoding !== 'gzip' && encoding !== 'identity') throw bodyEncoding(encoding)
  return encoding === 'gzip'
}
