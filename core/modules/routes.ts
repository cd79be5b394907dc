import router from '@adonisjs/core/services/router'
import { hearChannels } from '#core/messages/callbacks/hearers'
import { answerLink } from '#core/modules/answer_link'
import { answerOperation } from '#core/modules/answer_operation'
import { answerPublicStream, answerStream } from '#core/modules/answer_stream'
import { giveCode, giveCredential } from '#core/modules/devices/device_controller'
import { openDocument } from '#core/modules/documents/open_document'
import { tellModules } from '#core/modules/hear_channels'
import type { ModuleGrant } from '#core/permissions/grant'
import type { ModuleCapability } from '#core/permissions/matrix'
import { registry } from '#core/plugins/registry'
import { middleware } from '#start/kernel'

hearChannels(tellModules)

const anyone = (by?: 'device') =>
  ({ capability: by === 'device' ? 'modules.device' : 'modules.public' }) as const

for (const module of registry().modules()) {
  const { key } = module
  const guard = (capability: string) => ({
    module: key,
    capability: `${key}.${capability}` as ModuleCapability,
    grant: key as ModuleGrant,
  })
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
    ).use(middleware.anyone(anyone(operation.by)))
  }
  for (const stream of module.publicStreams ?? []) {
    router
      .get(`/m/${key}/${stream.path}`, (ctx) => answerPublicStream(module, stream, ctx))
      .use(middleware.anyone(anyone(stream.by)))
  }
  for (const document of module.documents ?? []) {
    const address = `/m/${key}/${document.path}`
    const guarded = middleware.anyone(anyone())
    router.get(address, (ctx) => openDocument(module, document, ctx)).use(guarded)
    const { shortcut } = document
    if (shortcut)
      router.get(`/${shortcut}`, ({ response }) => response.redirect(address)).use(guarded)
  }
  if (module.devices) {
    const guarded = middleware.anyone(anyone('device'))
    router.post(`/m/${key}/device/code`, (ctx) => giveCode(ctx, key)).use(guarded)
    router.post(`/m/${key}/device/credential`, (ctx) => giveCredential(ctx, key)).use(guarded)
  }
}
