import type { ModuleOperation, ModulePlugin } from '#core/contracts/module'
import type { Operation } from '#core/http/operation'
import { registry } from '#core/plugins/registry'

/** The addresses of modules as every other is described. */
export const moduleOperations = (): Operation[] =>
  registry()
    .modules()
    .flatMap((module) => module.operations.map((operation) => described(module, operation)))

function described({ key, label }: ModulePlugin, operation: ModuleOperation): Operation {
  const { method, path, summary, fields, input, answer, status = 200 } = operation
  return {
    ...{ method, summary, status },
    pattern: `/api/${key}/v1/${path}`,
    tag: label,
    ...(fields && { fields }),
    ...(method === 'get' || method === 'delete' ? { query: input } : { body: input }),
    ...(status !== 204 && { answer: answer ?? {} }),
  }
}
