import type { ModulePlugin } from '#core/contracts/module'
import { enabledModules } from '#core/customers/queries/enabled_modules'
import { allGrants } from '#core/permissions/grant'
import { registry } from '#core/plugins/registry'
import { translate } from '#core/plugins/translate'

/** What of the customer's modules is given to people one by one, and which of them take tickets. */
export async function describeModules(customerId: number, locale: string) {
  const enabled = await enabledModules(customerId)
  const grants = allGrants(enabled)
  return registry()
    .modules()
    .filter(({ key }) => enabled.includes(key))
    .map((module) => ({
      key: module.key,
      label: translate(module, 'label', locale),
      takesTickets: grants.some((grant) => grant === module.key),
      rights: rightsOf(module, locale),
    }))
}

const rightsOf = (module: ModulePlugin, locale: string) =>
  Object.entries(module.capabilities).flatMap(([name, line]) => {
    const roles = (['user', 'customerUser'] as const).filter((role) => line[role] === 'right')
    if (roles.length === 0) return []
    const does = translate(module, `capabilities.${name}`, locale)
    return [{ right: `${module.key}.${name}`, does, roles }]
  })
