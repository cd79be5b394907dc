import type { HttpContext } from '@adonisjs/core/http'
import type { NextFn } from '@adonisjs/core/types/http'
import { notSignedIn } from '#core/permissions/errors'
import { type Capability, answerFor } from '#core/permissions/matrix'

/** Stands on every address that is open to anyone, and names the line of the matrix that says so. */
export default class AnyoneMiddleware {
  handle(_ctx: HttpContext, next: NextFn, { capability }: { capability: Capability }) {
    if (answerFor(capability, 'nobody') !== 'yes') throw notSignedIn()
    return next()
  }
}
