import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { createGzip, constants, gzipSync } from 'node:zlib'
import type { HttpContext } from '@adonisjs/core/http'
import type { ConnectorAnswer } from '#core/contracts/connector'
import { acceptsGzip } from '#core/http/accepted_encoding'

declare module '@adonisjs/core/http' {
  interface HttpContext {
    /** Bytes that a connector has sent, before they were packed. */
    pulledBytes?: number
  }
}

export const VARY =
  'Accept, Accept-Encoding, Accept-Language, Authorization, Origin, X-Api-Key, Prefer'
/** A client that takes nothing for so long is not waited for. */
const STALLED_MILLISECONDS = 120_000

/** Sends what a connector answered: packed where that is understood, piece by piece where it is long, and without a body to HEAD. */
export async function sendAnswer(ctx: HttpContext, { status, headers, body }: ConnectorAnswer) {
  const { request, response } = ctx
  response.status(status)
  for (const [name, value] of Object.entries(headers)) response.header(name, value)
  response.header('Vary', VARY)
  const packed = status === 200 && acceptsGzip(request)
  if (packed) response.header('Content-Encoding', 'gzip')
  if (request.method() === 'HEAD') return response.send('')
  if (typeof body === 'string' || body instanceof Uint8Array) {
    const bytes = Buffer.from(body as string)
    ctx.pulledBytes = bytes.length
    return response.send(packed ? gzipSync(bytes) : bytes)
  }
  const raw = response.response
  raw.setTimeout(STALLED_MILLISECONDS, () => raw.destroy())
  const source = Readable.from(counted(ctx, body), { objectMode: false })
  /** Before the first bytes have gone it can still be said that there are none. */
  const failed = (error: Error): [string, number] => {
    ctx.logger.error({ err: error }, 'A pull broke off')
    response.removeHeader('Content-Encoding')
    response.header('Content-Type', 'application/json; charset=utf-8')
    const message = `Something went wrong here. Tell support the number ${request.id()}.`
    return [JSON.stringify({ error: { code: 'E_UNEXPECTED', message } }), 500]
  }
  if (!packed) return response.stream(source, failed)
  const gzip = createGzip({ level: 1, flush: constants.Z_SYNC_FLUSH })
  // What breaks off here breaks the answer off: half of it is never taken for the whole.
  pipeline(source, gzip).catch((error: Error) => gzip.destroy(error))
  return response.stream(gzip, failed)
}

async function* counted(ctx: HttpContext, body: AsyncIterable<string>) {
  ctx.pulledBytes = 0
  for await (const piece of body) {
    const bytes = Buffer.from(piece)
    ctx.pulledBytes += bytes.length
    yield bytes
  }
}
