import type { HttpContext } from '@adonisjs/core/http'
import { findPoint } from '#core/collection/queries/find_point'
import { requestLocale } from '#core/http/request_locale'
import { pushLive } from '#core/live/actions/push_live'
import { answerLive } from '#core/live/answer_live'
import { livePushTooLarge } from '#core/live/errors'
import { figuresOfType, liveSource } from '#core/live/live_figures'
import { listLiveTypes } from '#core/live/queries/list_live_types'
import { livePush, livePushQuery, liveValuesQuery } from '#core/live/validators/live'
import { versionOf } from '#core/versions/version_of'

const MOST_KILOBYTES = 256

/** What is so now: told by programs, and read by them. */
export default class LiveController {
  async store({ request, response, params, reader }: HttpContext) {
    if (Number(request.header('content-length') ?? 0) > MOST_KILOBYTES * 1024) {
      throw livePushTooLarge(MOST_KILOBYTES)
    }
    const { source } = await livePushQuery.validate(request.qs())
    const point = await findPoint(reader.customerId, String(params.point), source)
    const push = await request.validateUsing(livePush)
    const taken = await pushLive(point, push)
    return response.json({ taken })
  }

  async types(ctx: HttpContext) {
    const sources = await listLiveTypes(ctx.reader.customerId, requestLocale(ctx))
    return ctx.response.json({ sources })
  }

  async index({ request, response, reader }: HttpContext) {
    const { source, type, figures, objects, groups } = await liveValuesQuery.validate(request.qs())
    const declared = figuresOfType(await liveSource(reader.customerId, source), type)
    const answer = await answerLive(
      {
        kind: 'live',
        source,
        objectType: type,
        figures: figures ? listed(figures) : Object.keys(declared),
        ...((objects ?? groups) && {
          objects: {
            ...(objects && { objects: listed(objects) }),
            ...(groups && { groups: listed(groups) }),
          },
        }),
        each: true,
      },
      reader,
      { now: new Date(), ...(await versionOf(reader.customerId)) }
    )
    response.header('cache-control', 'private, no-store')
    return response.json(answer)
  }
}

const listed = (text: string) =>
  text
    .split(',')
    .map((one) => one.trim())
    .filter(Boolean)
