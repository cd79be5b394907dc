import { configProvider } from '@adonisjs/core'
import type { ApplicationService } from '@adonisjs/core/types'
import type { Worker } from '@boringnode/queue'
import type { AdapterFactory, QueueManagerConfig } from '@boringnode/queue/types'

/**
 * Runs the jobs in the server's own process: the facts are open here, and only here. There is one
 * worker per process, as a second one would take over the first one's queue.
 */
export default class JobsProvider {
  #worker: Worker | undefined
  #ended: Promise<void> | undefined

  constructor(protected app: ApplicationService) {}

  async ready() {
    const { Worker } = await import('@boringnode/queue')
    const logger = await this.app.container.make('logger')
    this.#worker = new Worker(await this.#config())
    this.#ended = this.#worker
      .start(['default'])
      .catch((error: unknown) => logger.error({ err: error }, 'The jobs have stopped'))
    await this.#schedule()
  }

  async shutdown() {
    await this.#worker?.stop()
    await this.#ended
  }

  async #config(): Promise<QueueManagerConfig> {
    const config = this.app.config.get<QueueManagerConfig>('queue')
    const adapters: Record<string, AdapterFactory> = {}
    for (const [name, adapter] of Object.entries(config.adapters)) {
      const resolved: unknown = await configProvider.resolve(this.app, adapter)
      adapters[name] = (resolved ?? adapter) as AdapterFactory
    }
    const logger = await this.app.container.make('logger')
    return { ...config, autoLoadJobs: false, adapters, logger }
  }

  async #schedule() {
    const { default: TendFacts } = await import('#core/facts/jobs/tend_facts')
    const { default: RefreshStatuses } = await import('#core/messages/jobs/refresh_statuses')
    await TendFacts.schedule({}).id('facts.tend').cron('0 30 2 * * *').timezone('UTC').run()
    await RefreshStatuses.schedule({}).id('messages.statuses').cron('20 * * * * *').run()
  }
}
