import type { ApplicationService } from '@adonisjs/core/types'

/** While the server runs, keeps up to date whether it can do its work. */
export default class HealthProvider {
  #stop: (() => void) | undefined

  constructor(protected app: ApplicationService) {}

  async ready() {
    if (this.app.getEnvironment() !== 'web') return
    const { keepAsking } = await import('#core/operations/queries/server_health')
    this.#stop = keepAsking()
  }

  shutdown() {
    this.#stop?.()
  }
}
