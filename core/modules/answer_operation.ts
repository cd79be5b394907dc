import type { HttpContext } from '@adonisjs/core/http'
import type { ModuleOperation, ModulePlugin, Validator } from '#core/contracts/module'
import { requestLocale } from '#core/http/request_locale'
import { moduleReader } from '#core/modules/module_readers'
import { customerTools } from '#core/modules/module_tools'
import { asRefusals } from '#core/modules/refused'

/** Answers one of a module's addresses: who may ask has been asked, what is asked is checked here. */
export async function answerOperation(
  module: ModulePlugin,
  operation: ModuleOperation,
  ctx: HttpContext
) {
  const { reader, params, response } = ctx
  const input = await inputOf(ctx, operation.method, operation.input)
  const answer = await asRefusals(() =>
    operation.handle({
      input,
      params: params as Record<string, string>,
      reader: moduleReader(module.key, reader),
      locale: requestLocale(ctx),
      customer: customerTools(module, reader.customerId),
    })
  )
  const { status = 200 } = operation
  if (status === 204) return response.noContent()
  return response.status(status).json(answer ?? {})
}

/** The query where nothing is sent along, else the body. */
export const inputOf = (
  { request }: HttpContext,
  method: ModuleOperation['method'],
  validator: Validator
): Promise<Record<string, unknown>> =>
  method === 'get' || method === 'delete'
    ? (validator.validate(request.qs()) as Promise<Record<string, unknown>>)
    : (request.validateUsing(validator) as Promise<Record<string, unknown>>)
