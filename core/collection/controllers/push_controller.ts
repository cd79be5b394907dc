import type { HttpContext } from '@adonisjs/core/http'
import { collectEvents, isSmallBody } from '#core/collection/actions/collect_events'
import { collectPush, type Push } from '#core/collection/actions/collect_push'
import { presentTotals } from '#core/collection/collection_totals'
import { bodyTooLarge } from '#core/collection/errors'
import { findPoint } from '#core/collection/queries/find_point'
import { pushValidator } from '#core/collection/validators/push'
import env from '#start/env'

const NDJSON = /^application\/(x-)?(ndjson|jsonl)/i
const DEFAULT_LIMIT_MEGABYTES = 200

/** Takes records that a platform, or a program beside it, sends. */
export default class PushController {
  async store({ request, response, params, reader }: HttpContext) {
    const limitMegabytes = env.get('COLLECT_LIMIT_MB') ?? DEFAULT_LIMIT_MEGABYTES
    const length = Number(request.header('content-length') ?? 0)
    if (length > limitMegabytes * 1024 * 1024) {
      throw bodyTooLarge(limitMegabytes)
    }
    const { source, name, from = 0 } = await pushValidator.validate(request.qs())
    const point = await findPoint(reader.customerId, String(params.point), source)
    const encoding = request.header('content-encoding') ?? 'identity'
    const isEvents = NDJSON.test(request.header('content-type') ?? '')
    const push: Push = {
      point,
      format: isEvents ? 'ndjson' : 'platform',
      body: request.request,
      limitMegabytes,
      encoding,
      ...(name !== undefined && { log: { name, from } }),
    }
    const isSmall = isEvents && name === undefined && isSmallBody(length, encoding)
    const totals = await (isSmall ? collectEvents(push, length) : collectPush(push))
    return response.json(presentTotals(totals))
  }
}
