import type { Server } from 'node:http'
import type { ApplicationService } from '@adonisjs/core/types'
import type { InboxWatch } from '#core/collection/inbox/inbox_watch'

/**
 * While the server runs it collects what lies in the inbox folders, asks the platforms that are to be
 * asked, listens to those that tell what is so now, carries out what is wished of them, and does what commands of this machine need the facts for.
 */
export default class CollectionProvider {
  #calls: Server | undefined
  #inbox: InboxWatch | undefined
  #stopPolling: (() => void) | undefined
  #stopWatching: (() => Promise<void>) | undefined
  #stopKeeping: (() => Promise<void>) | undefined
  #stopActing: (() => Promise<void>) | undefined
  #stopDemo: (() => Promise<void>) | undefined
  #letFaultsBe: (() => void) | undefined

  constructor(protected app: ApplicationService) {}

  async ready() {
    if (this.app.getEnvironment() !== 'web') return
    const { serveCalls } = await import('#core/collection/socket/serve_calls')
    const { clearIncoming } = await import('#core/collection/files/incoming')
    const { InboxWatch } = await import('#core/collection/inbox/inbox_watch')
    const { catchCollectorFaults } = await import('#core/collection/collector_faults')
    const { startPolling } = await import('#core/collection/polling/start_polling')
    this.#calls = await serveCalls()
    this.#letFaultsBe = catchCollectorFaults()
    // Another server on this storage does the rest.
    if (!this.#calls) return
    await clearIncoming()
    this.#inbox = new InboxWatch()
    await this.#inbox.start()
    this.#stopPolling = startPolling()
    const { keepValues, restoreValues } = await import('#core/live/keep_values')
    const { watchPoints } = await import('#core/live/watch_points')
    await restoreValues()
    await this.#moveDemo()
    this.#stopWatching = watchPoints()
    this.#stopKeeping = keepValues()
    const { startActing } = await import('#core/acts/acting_in_use')
    this.#stopActing = await startActing()
  }

  /** Where this installation has the demo, calls go on in it. */
  async #moveDemo() {
    const { default: env } = await import('#start/env')
    const pace = env.get('DEMO_PACE') ?? 1
    if (pace <= 0) return
    const { moveDemo } = await import('#core/demo/moving/move_demo')
    this.#stopDemo = await moveDemo(pace)
  }

  async shutdown() {
    await this.#stopActing?.()
    await this.#stopDemo?.()
    this.#stopPolling?.()
    this.#inbox?.close()
    const { stopCollecting } = await import('#core/collection/stop_collecting')
    await this.#stopWatching?.()
    await this.#stopKeeping?.()
    await stopCollecting()
    this.#letFaultsBe?.()
    await new Promise((resolve) => (this.#calls ? this.#calls.close(resolve) : resolve(null)))
  }
}
