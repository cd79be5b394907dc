import type { ApplicationService } from '@adonisjs/core/types'
import { endInTime } from '#core/http/stopping'
import type { JobWorker } from '#core/jobs/queue/job_queue'

const AT_ONCE = 2

/** Works at jobs in the server's own process, where the facts are open, and closes the queue when a process stops. */
export default class JobsProvider {
  #worker: JobWorker | undefined

  constructor(protected app: ApplicationService) {}

  async ready() {
    if (this.app.getEnvironment() !== 'web') return
    const { clearUnfinishedFiles } = await import('#core/reports/unfinished_files')
    await clearUnfinishedFiles()
    const { startWork } = await import('#core/jobs/work')
    this.#worker = await startWork({ server: true, concurrency: AT_ONCE })
  }

  async shutdown() {
    const { closeJobQueue } = await import('#core/jobs/queue/queue_in_use')
    await endInTime(() => this.#worker?.stop())
    await endInTime(closeJobQueue)
  }
}
