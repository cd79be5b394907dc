import type { HttpContext } from '@adonisjs/core/http'
import type { NextFn } from '@adonisjs/core/types/http'
import { addressTooLong } from '#core/http/errors'

/** Letters of an address with its query. What stands between here and whoever asks rarely lets more through. */
const LONGEST = 16_000

/** Refuses addresses that nobody could rely on, such as a filter of a thousand values. */
export default class AddressLengthMiddleware {
  handle({ request }: HttpContext, next: NextFn) {
    if ((request.request.url ?? '').length > LONGEST) throw addressTooLong(LONGEST)
    return next()
  }
}
