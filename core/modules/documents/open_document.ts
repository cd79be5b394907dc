import type { HttpContext } from '@adonisjs/core/http'
import type { ModuleDocument, ModulePlugin } from '#core/contracts/module'
import { enabledModules } from '#core/customers/queries/enabled_modules'
import { nothingHere } from '#core/http/errors'
import { requestLocale } from '#core/http/request_locale'
import { credentialOf, keepCredential } from '#core/modules/devices/device_cookie'
import { builtEntry } from '#core/modules/documents/built_entry'
import { contentPolicy } from '#core/modules/documents/content_policy'
import { customerTools } from '#core/modules/module_tools'
import { openLink } from '#core/modules/queries/open_link'

/** Answers a document of a module's, whose program finds out by itself whether its device is paired. */
export async function openDocument(
  module: ModulePlugin,
  document: ModuleDocument,
  ctx: HttpContext
) {
  const { response, view } = ctx
  const built = builtEntry(module.key, document.entry)
  if (!built) throw nothingHere()
  const { token } = ctx.params as { token?: string }
  const who = token === undefined ? deviceOf(module, ctx) : linkedBy(module, token)
  const policy = await document.policy?.((await who) ?? {})
  response.header('content-security-policy', contentPolicy(policy ?? {}))
  if (policy?.ancestors?.length) response.removeHeader('x-frame-options')
  response.header('referrer-policy', 'no-referrer')
  response.header('x-robots-tag', 'noindex')
  response.header('cache-control', 'no-cache')
  return view.render('document', { ...built, title: document.title, language: requestLocale(ctx) })
}

/** What a link was given out for; undefined of a wrong or ended one, which looks like any other. */
async function linkedBy(module: ModulePlugin, token: string) {
  const link = await openLink(module.key, token)
  const enabled = link ? await enabledModules(link.customerId) : []
  if (!link || !enabled.includes(module.key)) return undefined
  return { subject: link.subject, customer: customerTools(module, link.customerId) }
}

/** The paired device that opens it; what it is known by is kept as long again. */
async function deviceOf(module: ModulePlugin, ctx: HttpContext) {
  const credential = module.devices && credentialOf(ctx, module.key)
  const device = credential ? await openLink(module.key, credential) : undefined
  if (!credential || !device) return undefined
  const enabled = await enabledModules(device.customerId)
  if (!enabled.includes(module.key)) return undefined
  keepCredential(ctx, module.key, credential)
  return { subject: device.subject, customer: customerTools(module, device.customerId) }
}
