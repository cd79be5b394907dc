import type { HttpContext } from '@adonisjs/core/http'
import type { ModulePlugin, ModuleStream, PublicCall, PublicStream } from '#core/contracts/module'
import { nothingHere } from '#core/http/errors'
import { requestLocale } from '#core/http/request_locale'
import { inputOf } from '#core/modules/answer_operation'
import { followAgents } from '#core/modules/follow_agents'
import { moduleReader } from '#core/modules/module_readers'
import { customerTools } from '#core/modules/module_tools'
import { publicParams, publicSubject } from '#core/modules/public_subject'
import { publicVisitor } from '#core/modules/public_visitor'
import { asRefusals } from '#core/modules/refused'
import { findReader } from '#core/permissions/read_rights'
import { streamAnswers } from '#core/questions/stream/stream_answers'
import { renewedReader, type ReaderOptions } from '#core/users/demand_reader'

/** Modules whose streams follow what agents do, from the first that is opened on. */
const following = new Map<string, () => void>()

/** Answers one of a module's streams, as long as who asked may see it. */
export async function answerStream(
  module: ModulePlugin,
  stream: ModuleStream,
  ctx: HttpContext,
  options: ReaderOptions
) {
  const input = await inputOf(ctx, 'get', stream.input)
  const { customerId, userId } = ctx.reader
  const call = {
    input,
    params: ctx.params as Record<string, string>,
    locale: requestLocale(ctx),
    customer: customerTools(module, customerId),
  }
  let isFirst = true
  const renew = async () => {
    // Who asks has just been asked for.
    const reader = isFirst ? ctx.reader : await renewedReader(ctx, options)
    isFirst = false
    if (reader.customerId !== customerId || reader.userId !== userId) throw nothingHere()
    const watching = await asRefusals(() =>
      stream.handle({ ...call, reader: moduleReader(module.key, reader) })
    )
    return { reader, watching }
  }
  if (module.agents)
    following.set(module.key, following.get(module.key) ?? followAgents(module.key))
  const owner = `user ${userId}`
  return streamAnswers(ctx, { topic: module.key, customerId, owner, renew, isPublic: false })
}

/** Answers one of a module's streams for who has a link or is a paired device, with the rights of the person whom the module names. */
export async function answerPublicStream(
  module: ModulePlugin,
  stream: PublicStream,
  ctx: HttpContext
) {
  const { token } = ctx.params as Record<string, string>
  const params = publicParams(ctx)
  const input = await inputOf(ctx, 'get', stream.input)
  const opened = () => publicSubject(module, stream.by, ctx)
  const { customerId, subject: watcher } = await opened()
  const renew = async () => {
    const { subject } = await opened()
    const call: PublicCall = {
      ...{ input, params, subject },
      from: publicVisitor(ctx),
      locale: requestLocale(ctx),
      customer: customerTools(module, customerId),
    }
    const { as, ...watching } = await asRefusals(() => stream.handle(call))
    const reader = await findReader(as, customerId)
    if (!reader || reader.role === 'operator') throw nothingHere()
    return { reader, watching }
  }
  const owner = stream.by ? `device ${watcher}` : `link ${String(token)}`
  return streamAnswers(ctx, { topic: module.key, customerId, owner, renew, isPublic: true })
}
