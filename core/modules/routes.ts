import router from '@adonisjs/core/services/router'
import { answerLink } from '#core/modules/answer_link'
import { answerOperation } from '#core/modules/answer_operation'
import type { ModuleGrant } from '#core/permissions/grant'
import type { ModuleCapability } from '#core/permissions/matrix'
import { registry } from '#core/plugins/registry'
import { middleware } from '#start/kernel'

for (const module of registry().modules()) {
  const { key } = module
  for (const operation of module.operations) {
    router[operation.method](`/api/${key}/v1/${operation.path}`, (ctx) =>
      answerOperation(module, operation, ctx)
    ).use(
      middleware.reader({
        module: key,
        capability: `${key}.${operation.capability}` as ModuleCapability,
        grant: key as ModuleGrant,
      })
    )
  }
  for (const operation of module.public ?? []) {
    router[operation.method](`/m/${key}/${operation.path}`, (ctx) =>
      answerLink(module, operation, ctx)
    ).use(middleware.anyone({ capability: 'modules.public' }))
  }
}
