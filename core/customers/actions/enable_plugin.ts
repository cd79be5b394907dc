import CustomerPlugin from '#core/customers/models/customer_plugin'

/**
 * Gives a plugin to a customer, or takes it away: its reports are hidden and nothing more is collected
 * from then on. Settings, collection points and facts are kept, and are there when it is given again.
 */
export async function enablePlugin(
  customerId: number,
  plugin: string,
  enabled: boolean
): Promise<void> {
  const kept = await CustomerPlugin.firstOrNew({ customerId, plugin }, { settings: {} })
  await kept.merge({ enabled }).save()
}
