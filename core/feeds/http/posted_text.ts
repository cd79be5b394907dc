import type { HttpRequest } from '@adonisjs/core/http'
import { bodyTooLong } from '#core/feeds/errors'

/** Bytes of a request that bundles others. */
const LONGEST = 1024 * 1024

/** What was sent along, as text. Nothing else reads bodies below a connector's address. */
export async function postedText({ request }: HttpRequest): Promise<string> {
  const pieces: Buffer[] = []
  let length = 0
  for await (const piece of request as AsyncIterable<Buffer>) {
    length += piece.length
    if (length > LONGEST) throw bodyTooLong(LONGEST)
    pieces.push(piece)
  }
  return Buffer.concat(pieces).toString('utf8')
}
