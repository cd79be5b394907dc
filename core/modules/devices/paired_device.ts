import type { HttpContext } from '@adonisjs/core/http'
import { takeTurn } from '#core/http/take_turn'
import { credentialOf, forgetCredential } from '#core/modules/devices/device_cookie'
import { notPaired } from '#core/modules/errors'
import { openLink } from '#core/modules/queries/open_link'
import { tooManyRequests } from '#core/permissions/errors'

/** Guessing is hopeless; this keeps whoever tries from keeping the database busy. */
const WRONG_ONES = { most: 120, every: '1 min', refusal: tooManyRequests }

/** Whose a device is and what for. Throws `E_NOT_PAIRED` where it is nobody's, or no longer. */
export async function pairedDevice(
  module: string,
  ctx: HttpContext
): Promise<{ customerId: number; subject: string }> {
  const credential = credentialOf(ctx, module)
  const device = credential ? await openLink(module, credential) : undefined
  if (device) return device
  await takeTurn(`device-unknown:${ctx.request.ip()}`, WRONG_ONES)
  if (credential) forgetCredential(ctx, module)
  throw notPaired()
}
