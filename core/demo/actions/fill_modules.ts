import type { ModulePlugin } from '#core/contracts/module'
import { enablePlugin } from '#core/customers/actions/enable_plugin'
import { moduleReader } from '#core/modules/module_readers'
import { customerTools } from '#core/modules/module_tools'
import { readerFor } from '#core/permissions/read_rights'

/** Gives a customer the modules that can fill themselves, and has each do so in the name of a person. */
export async function fillModules(
  modules: readonly ModulePlugin[],
  { customerId, userId, ...span }: { customerId: number; userId: number; from: Date; until: Date }
): Promise<void> {
  for (const module of modules) {
    if (!module.demo) continue
    await enablePlugin(customerId, module.key, true)
    const reader = moduleReader(module.key, await readerFor(userId, customerId))
    await module.demo(customerTools(module, customerId), { ...span, reader })
  }
}
