import type { HttpContext } from '@adonisjs/core/http'
import type { ModulePlugin, PublicOperation } from '#core/contracts/module'
import { requestLocale } from '#core/http/request_locale'
import { inputOf } from '#core/modules/answer_operation'
import { customerTools } from '#core/modules/module_tools'
import { publicParams, publicSubject } from '#core/modules/public_subject'
import { publicVisitor } from '#core/modules/public_visitor'
import { asRefusals } from '#core/modules/refused'

/** Answers one of a module's public addresses, for the customer whose link or device it is. */
export async function answerLink(
  module: ModulePlugin,
  operation: PublicOperation,
  ctx: HttpContext
) {
  const { response } = ctx
  const { customerId, subject } = await publicSubject(module, operation.by, ctx)
  const input = await inputOf(ctx, operation.method, operation.input)
  const answer = await asRefusals(() =>
    operation.handle({
      ...{ input, params: publicParams(ctx), subject },
      from: publicVisitor(ctx),
      locale: requestLocale(ctx),
      customer: customerTools(module, customerId),
    })
  )
  response.header('cache-control', 'private, no-store')
  response.header('referrer-policy', 'no-referrer')
  const target = 'redirect' in answer ? answer.redirect : undefined
  if (typeof target !== 'string') return response.json(answer)
  if (!target.startsWith('https://'))
    throw new Error(`A link leads to https only, not to ${target}`)
  return response.redirect(target)
}
