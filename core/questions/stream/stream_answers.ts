import type { HttpContext } from '@adonisjs/core/http'
import { pageBuild } from '#core/http/page_modules'
import { questionHub } from '#core/questions/hub_in_use'
import { dataPieces, frameId, namesOf, newerThan, stateOf } from '#core/questions/stream/frame'
import type { StreamWish } from '#core/questions/stream/open_streams'
import { openStreams } from '#core/questions/stream/streams_in_use'

/** Who asks for frames one by one is taken to watch for so long after each. */
const WATCHED_ON_MS = 15_000

/**
 * Answers somebody who watches: with events that go on where the request accepts them, else with one
 * frame as JSON, of what is newer than `after`.
 */
export async function streamAnswers(
  ctx: HttpContext,
  wish: Omit<StreamWish, 'tools' | 'after'> & { isPublic: boolean }
) {
  const { request, response } = ctx
  const { isPublic, ...rest } = wish
  const tools = { now: () => new Date(), build: pageBuild, isPublic }
  const after = request.header('last-event-id') ?? (request.input('after') as string | undefined)
  response.header('cache-control', 'no-store, no-transform')
  response.header('x-accel-buffering', 'no')
  if (isPublic) response.header('referrer-policy', 'no-referrer')
  if (request.header('accept', '')?.includes('text/event-stream')) {
    const frames = await openStreams().open({ ...rest, tools, after })
    response.header('content-type', 'text/event-stream; charset=utf-8')
    return response.stream(frames)
  }
  const { reader, watching } = await rest.renew()
  const watched = questionHub().watch(watching.questions, reader, () => undefined)
  setTimeout(watched.close, WATCHED_ON_MS).unref()
  const { sheets } = watched
  await Promise.all([...sheets.values()].map((sheet) => (sheet.answer ? undefined : sheet.running)))
  const shown = { revision: watching.revision, sheets }
  const state = stateOf(shown)
  const names = newerThan(after, state, shown)
  const about = { now: tools.now(), build: pageBuild(), isPublic }
  const data = dataPieces(shown, names ?? namesOf(shown, () => true), about)
  const head = JSON.stringify({
    id: frameId(state, shown),
    event: names ? 'answers' : 'hello',
    ...(watching.notice !== undefined && { notice: watching.notice }),
  })
  response.header('content-type', 'application/json; charset=utf-8')
  return response.send(`${head.slice(0, -1)},"data":${data.join('')}}`)
}
