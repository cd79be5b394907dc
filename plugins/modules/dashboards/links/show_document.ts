import type { ModuleDocument } from '#core/contracts/module'
import { outsideHosts } from '../screens/outside_hosts.js'
import { linkInForce } from './link_in_force.js'

/** The page behind a public link. What it shows, it asks for with what stands behind # in the address. */
export const showDocument: ModuleDocument = {
  path: 'show/:token',
  entry: 'screen',
  title: 'Telestat',
  async policy({ subject, customer }) {
    const found = customer && subject ? await linkInForce(customer, subject) : undefined
    if (!found) return {}
    const { document } = found.link.frozen
    return { ...outsideHosts(document), ancestors: found.link.hosts }
  },
}
