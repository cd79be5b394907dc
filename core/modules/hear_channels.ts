import logger from '@adonisjs/core/services/logger'
import { heldByEach } from '#core/customers/queries/held_by_each'
import type { HeardOfChannel } from '#core/messages/callbacks/hearers'
import { customerTools } from '#core/modules/module_tools'
import { registry } from '#core/plugins/registry'

/**
 * Tells modules what a platform told. Of an account of the installation's each customer that has the module
 * is told the reports, and finds its own messages among them by their references; replies are nobody's.
 */
export async function tellModules(heard: HeardOfChannel): Promise<void> {
  const modules = registry()
    .modules()
    .filter(({ hears }) => hears?.channel)
  if (!modules.length) return
  const { channel, customerId, reports } = heard
  const incoming = customerId === null ? [] : heard.incoming
  for (const { id, plugins } of await heldByEach()) {
    if (customerId !== null && customerId !== id) continue
    for (const module of modules.filter(({ key }) => plugins.includes(key))) {
      await module.hears!.channel!(customerTools(module, id), { channel, reports, incoming }).catch(
        (error: unknown) =>
          logger.error({ err: error, customer: id }, `${module.key} could not hear of ${channel}`)
      )
    }
  }
}
