import type { HttpContext } from '@adonisjs/core/http'
import type { ModulePlugin, ModuleStream, PublicCall, PublicStream } from '#core/contracts/module'
import { enabledModules } from '#core/customers/queries/enabled_modules'
import { nothingHere } from '#core/http/errors'
import { requestLocale } from '#core/http/request_locale'
import { inputOf } from '#core/modules/answer_operation'
import { moduleReader } from '#core/modules/module_readers'
import { customerTools } from '#core/modules/module_tools'
import { openLink } from '#core/modules/queries/open_link'
import { asRefusals } from '#core/modules/refused'
import { findReader } from '#core/permissions/read_rights'
import { streamAnswers } from '#core/questions/stream/stream_answers'
import { renewedReader, type ReaderOptions } from '#core/users/demand_reader'

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
  const owner = `user ${userId}`
  return streamAnswers(ctx, { topic: module.key, customerId, owner, renew, isPublic: false })
}

/** Answers one of a module's streams for who has a link, with the rights of the person whom the module names. */
export async function answerPublicStream(
  module: ModulePlugin,
  stream: PublicStream,
  ctx: HttpContext
) {
  const { token, ...params } = ctx.params as Record<string, string>
  const input = await inputOf(ctx, 'get', stream.input)
  const opened = async () => {
    const link = await openLink(module.key, String(token))
    const modules = link ? await enabledModules(link.customerId) : []
    if (!link || !modules.includes(module.key)) throw nothingHere()
    return link
  }
  const { customerId } = await opened()
  const renew = async () => {
    const { subject } = await opened()
    const call: PublicCall = {
      ...{ input, params, subject },
      locale: requestLocale(ctx),
      customer: customerTools(module, customerId),
    }
    const { as, ...watching } = await asRefusals(() => stream.handle(call))
    const reader = await findReader(as, customerId)
    if (!reader || reader.role === 'operator') throw nothingHere()
    return { reader, watching }
  }
  const owner = `link ${String(token)}`
  return streamAnswers(ctx, { topic: module.key, customerId, owner, renew, isPublic: true })
}
