import type { HttpContext } from '@adonisjs/core/http'
import vine from '@vinejs/vine'
import { askDeviceCode } from '#core/modules/devices/ask_device_code'
import { keepCredential } from '#core/modules/devices/device_cookie'
import { pollDeviceCode } from '#core/modules/devices/poll_device_code'

const wish = vine.create({ resolution: vine.string().maxLength(32).optional() })
const asking = vine.create({ device: vine.string().maxLength(64) })

/** Gives a device that nobody has signed in on a code to show. */
export async function giveCode(ctx: HttpContext, module: string) {
  const { request, response } = ctx
  const { resolution = '' } = await request.validateUsing(wish)
  const engine = request.header('user-agent') ?? ''
  response.header('cache-control', 'no-store')
  return askDeviceCode({ module, address: request.ip(), engine, resolution })
}

/** Tells a device whether it was approved. Its credential is a cookie, and stands in no answer. */
export async function giveCredential(ctx: HttpContext, module: string) {
  const { device } = await ctx.request.validateUsing(asking)
  const polled = await pollDeviceCode(module, device)
  if (polled.state === 'approved') keepCredential(ctx, module, polled.credential)
  ctx.response.header('cache-control', 'no-store')
  return { state: polled.state }
}
