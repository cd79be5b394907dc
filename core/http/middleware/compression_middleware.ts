import type { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { promisify } from 'node:util'
import { brotliCompress, constants, createBrotliCompress, createGzip, gzip } from 'node:zlib'
import type { HttpContext } from '@adonisjs/core/http'
import type { NextFn } from '@adonisjs/core/types/http'
import { acceptedEncoding } from '#core/http/accepted_encoding'

/** Bytes below which an answer is as fast uncompressed. */
const THRESHOLD = 1024
/** Connectors compress their own answers: their ETags are of the bytes sent. */
const ofConnectors = /^\/c(\/|$)/
/** Events are sent one by one: what packs them would hold them back. */
const compressible =
  /^(text\/(?!event-stream)|application\/(json|x-ndjson|xml|javascript)|[\w/.-]+\+(json|xml))/

// Fast levels: answers are made for one reader, and the processor is shared.
const gzipOptions = { level: 4 }
const brotliOptions = { params: { [constants.BROTLI_PARAM_QUALITY]: 4 } }
// Of a large table this takes a quarter of the time, and a tenth more is sent.
const streamedOptions = { params: { [constants.BROTLI_PARAM_QUALITY]: 1 } }
const compressWhole = { br: promisify(brotliCompress), gzip: promisify(gzip) }

/** Compresses text answers and streams as the request accepts it; what is compressed already is left alone. */
export default class CompressionMiddleware {
  async handle({ request, response }: HttpContext, next: NextFn) {
    await next()
    if (ofConnectors.test(request.url()) || request.method() === 'HEAD') return
    if (response.response.headersSent || response.getHeader('content-encoding')) return
    const encoding = acceptedEncoding(request)
    const { content, stream } = response.lazyBody
    if (stream) {
      if (!compressible.test(String(response.getHeader('content-type')))) return
      response.vary('Accept-Encoding')
      if (!encoding) return
      const packed =
        encoding === 'br' ? createBrotliCompress(streamedOptions) : createGzip(gzipOptions)
      const [source, failed] = stream
      // A source that breaks must break the answer, not end it as if it were whole.
      pipeline(source as Readable, packed).catch((error: Error) => packed.destroy(error))
      response.removeHeader('content-length')
      response.header('content-encoding', encoding)
      response.lazyBody = {}
      return response.stream(packed, failed)
    }
    const text = textOf(content?.[0])
    if (text === undefined || text.length < THRESHOLD) return
    const type = String(response.getHeader('content-type') ?? typeOf(content?.[0]))
    if (!compressible.test(type)) return
    response.vary('Accept-Encoding')
    if (!encoding) return
    const packed =
      encoding === 'br'
        ? await compressWhole.br(text, brotliOptions)
        : await compressWhole.gzip(text, gzipOptions)
    response.header('content-type', type)
    response.header('content-encoding', encoding)
    response.send(packed)
  }
}

/** What is sent of a body; undefined where it is none of ours to touch. */
function textOf(body: unknown): string | undefined {
  if (typeof body === 'string') return body
  if (body === null || typeof body !== 'object' || ArrayBuffer.isView(body)) return undefined
  return JSON.stringify(body)
}

/** As the framework would name it. */
const typeOf = (body: unknown) => {
  if (typeof body !== 'string') return 'application/json; charset=utf-8'
  return /^\s*</.test(body) ? 'text/html; charset=utf-8' : 'text/plain; charset=utf-8'
}
