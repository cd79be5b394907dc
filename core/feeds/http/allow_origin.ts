import type { HttpContext } from '@adonisjs/core/http'
import { unknownAddress } from '#core/feeds/errors'
import { methodsOf } from '#core/feeds/find_path'
import { belowAddress } from '#core/feeds/http/below_address'
import Connector from '#core/feeds/models/connector'

/** What a page may send beside what every page may. */
const SENT =
  'Accept, Accept-Language, Authorization, Content-Type, If-Modified-Since, If-None-Match, OData-MaxVersion, OData-Version, Prefer, X-Api-Key'
/** What a page may read of an answer beside its body. */
const READ = 'ETag, Last-Modified, Link, OData-Version, Preference-Applied, Retry-After'

/**
 * Lets web pages of the origins that its owner has listed read a connector. A token that is demanded is
 * demanded of them too, and no cookies go along.
 */
export async function allowOrigin({ request, response, params }: HttpContext): Promise<void> {
  const origin = request.header('origin')
  const isAsked = request.method() === 'OPTIONS'
  if (!origin && !isAsked) return
  response.header('Vary', 'Origin')
  const connector = await Connector.findBy('address', String(params.address))
  if (isAsked && !connector) throw unknownAddress()
  if (!origin || !connector?.origins?.includes(origin.toLowerCase())) return
  response.header('Access-Control-Allow-Origin', origin)
  response.header('Access-Control-Expose-Headers', READ)
  if (!isAsked) return
  response.header('Access-Control-Allow-Methods', methodsOf(belowAddress(request)).join(', '))
  response.header('Access-Control-Allow-Headers', SENT)
  response.header('Access-Control-Max-Age', '600')
}

/** What may be done at an address, to whoever asks before doing it. */
export function answerOptions({ request, response }: HttpContext) {
  response.header('Allow', methodsOf(belowAddress(request)).join(', '))
  return response.noContent()
}
