import router from '@adonisjs/core/services/router'
import { answerLink } from '#core/modules/answer_link'
import { answerOperation } from '#core/modules/answer_operation'
import { answerPublicStream, answerStream } from '#core/modules/answer_stream'
import type { ModuleGrant } from '#core/permissions/grant'
import type { ModuleCapability } from '#core/permissions/matrix'
import { registry } from '#core/plugins/registry'
import { middleware } from '#start/kernel'

for (const module of registry().modules()) {
  const { key } = module
  const guard = (capability: string) => ({
    module: key,
    capability: `${key}.${capability}` as ModuleCapability,
    grant: key as ModuleGrant,
  })
  const anyone = { capability: 'modules.public' } as const
  for (const operation of module.operations) {
    router[operation.method](`/api/${key}/v1/${operation.path}`, (ctx) =>
      answerOperation(module, operation, ctx)
    ).use(middleware.reader(guard(operation.capability)))
  }
  for (const stream of module.streams ?? []) {
    const options = guard(stream.capability)
    router
      .get(`/api/${key}/v1/${stream.path}`, (ctx) => answerStream(module, stream, ctx, options))
      .use(middleware.reader(options))
  }
  for (const operation of module.public ?? []) {
    router[operation.method](`/m/${key}/${operation.path}`, (ctx) =>
      answerLink(module, operation, ctx)
    ).use(middleware.anyone(anyone))
  }
  for (const stream of module.publicStreams ?? []) {
    router
      .get(`/m/${key}/${stream.path}`, (ctx) => answerPublicStream(module, stream, ctx))
      .use(middleware.anyone(anyone))
  }
}
