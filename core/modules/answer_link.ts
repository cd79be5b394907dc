import type { HttpContext } from '@adonisjs/core/http'
import type { ModulePlugin, PublicOperation } from '#core/contracts/module'
import { enabledModules } from '#core/customers/queries/enabled_modules'
import { nothingHere } from '#core/http/errors'
import { requestLocale } from '#core/http/request_locale'
import { inputOf } from '#core/modules/answer_operation'
import { customerTools } from '#core/modules/module_tools'
import { openLink } from '#core/modules/queries/open_link'
import { asRefusals } from '#core/modules/refused'

/** Answers one of a module's public addresses, for the customer whose link it is. */
export async function answerLink(
  module: ModulePlugin,
  operation: PublicOperation,
  ctx: HttpContext
) {
  const { response } = ctx
  const { token, ...params } = ctx.params as Record<string, string>
  const link = await openLink(module.key, String(token))
  const modules = link ? await enabledModules(link.customerId) : []
  if (!link || !modules.includes(module.key)) throw nothingHere()
  const input = await inputOf(ctx, operation.method, operation.input)
  const answer = await asRefusals(() =>
    operation.handle({
      ...{ input, params, subject: link.subject },
      locale: requestLocale(ctx),
      customer: customerTools(module, link.customerId),
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
