import type { ApplicationService } from '@adonisjs/core/types'
import { endInTime } from '#core/http/stopping'

/** Opens the facts when the server starts, so that what is wrong with them is said at once, and closes them when it stops. */
export default class FactsProvider {
  constructor(protected app: ApplicationService) {}

  async start() {
    if (this.app.getEnvironment() !== 'web') return
    const { factStore } = await import('#core/facts/store')
    await factStore()
  }

  async shutdown() {
    const { closeFactStore } = await import('#core/facts/store')
    await endInTime(closeFactStore)
  }
}
