import type { HttpContext } from '@adonisjs/core/http'
import { recordOf } from '#core/audit/actions/record_of'
import type { Json } from '#core/contracts/scalar'
import { requestLocale } from '#core/http/request_locale'
import { savePlugin } from '#core/operations/actions/save_plugin'
import { operatedCustomer } from '#core/operations/operated_customer'
import { customerPlugins } from '#core/operations/queries/customer_plugins'
import { findInstalled } from '#core/operations/queries/find_installed'
import { pluginValidator } from '#core/operations/validators/plugin'

/** Which plugins a customer has, and their settings. Secrets go in and never come out. */
export default class PluginsController {
  async index(ctx: HttpContext) {
    const customer = await operatedCustomer(ctx)
    return ctx.response.json({ plugins: await customerPlugins(customer, requestLocale(ctx)) })
  }

  async update(ctx: HttpContext) {
    const customer = await operatedCustomer(ctx)
    const plugin = findInstalled(ctx.params.plugin)
    const { enabled, settings } = await ctx.request.validateUsing(pluginValidator)
    await savePlugin(customer, plugin, { enabled, settings: settings as Record<string, Json> })
    const entry = { customerId: customer.id, subject: plugin.key }
    if (enabled !== undefined) {
      await recordOf(ctx, { ...entry, action: enabled ? 'plugin.enabled' : 'plugin.disabled' })
    }
    if (settings) {
      const details = { changed: Object.keys(settings) }
      await recordOf(ctx, { ...entry, action: 'plugin.settings', details })
    }
    const plugins = await customerPlugins(customer, requestLocale(ctx))
    return ctx.response.json({ plugin: plugins.find(({ key }) => key === plugin.key) })
  }
}
