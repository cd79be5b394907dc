import type { HttpContext } from '@adonisjs/core/http'
import type { ModulePlugin } from '#core/contracts/module'
import { enabledModules } from '#core/customers/queries/enabled_modules'
import { nothingHere } from '#core/http/errors'
import { pairedDevice } from '#core/modules/devices/paired_device'
import { openLink } from '#core/modules/queries/open_link'

/**
 * Whose one of a module's public addresses is asked for, and what for: by the token in it, or by the
 * credential of a paired device. Throws where that is over, or the customer has the module no longer.
 */
export async function publicSubject(
  module: ModulePlugin,
  by: 'device' | undefined,
  ctx: HttpContext
): Promise<{ customerId: number; subject: string }> {
  const { token } = ctx.params as Record<string, unknown>
  const found =
    by === 'device'
      ? await pairedDevice(module.key, ctx)
      : await openLink(module.key, String(token))
  const modules = found ? await enabledModules(found.customerId) : []
  if (!found || !modules.includes(module.key)) throw nothingHere()
  return found
}

/** The parameters of a public address without its token. */
export function publicParams({ params }: HttpContext): Record<string, string> {
  const { token, ...others } = params as Record<string, string>
  return token === undefined ? (params as Record<string, string>) : others
}
