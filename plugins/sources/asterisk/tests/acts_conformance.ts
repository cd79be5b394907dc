import type { ActsConformance } from '#core/contracts/conformance'
import { DESK } from '../demo/manager/manager_server.js'
import { Exchange } from '../demo/manager/exchange.js'
import { managerStandIn } from './manager/stand_in.js'
import type { Faults } from '../demo/manager/manager_server.js'

/** An exchange with one queue, and an agent who is in none. */
export default {
  async start() {
    const exchange = new Exchange(1_796_006_560).open('support')
    const faults: Faults = {}
    const standIn = await managerStandIn(exchange, faults)
    const settings = { manager: standIn.address, actUser: DESK, actSecret: 'secret' }
    return {
      settings,
      wrongSettings: { ...settings, actUser: 'stat' },
      ...{ person: 'Anna Åberg', queue: 'support', device: 'Local/a1@agents/n', reason: 'Lunch' },
      log: () => exchange.log,
      fallSilent: () => void (faults.silent = true),
      stop: () => standIn.close(),
    }
  },
} satisfies ActsConformance
