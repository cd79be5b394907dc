import type { Server } from 'node:http'
import type { ApplicationService } from '@adonisjs/core/types'
import { endInTime } from '#core/http/stopping'
import type { InboxWatch } from '#core/collection/inbox/inbox_watch'

const SOCKET_EVERY_MS = 5000

/**
 * While the server runs it collects its part of all points: what lies in their inbox folders, and what
 * their platforms answer. One server of all listens to those that tell what is so now and carries out what is
 * wished of them, and one of each machine does what commands need the facts for. Where one goes, the
 * others do its part.
 */
export default class CollectionProvider {
  #calls: Server | undefined
  #serving: NodeJS.Timeout | undefined
  #inbox: InboxWatch | undefined
  #stopPolling: (() => void) | undefined
  #stopListening: (() => Promise<void>) | undefined
  #letFaultsBe: (() => void) | undefined

  constructor(protected app: ApplicationService) {}

  async ready() {
    if (this.app.getEnvironment() !== 'web') return
    const { clearIncoming } = await import('#core/collection/files/incoming')
    const { catchCollectorFaults } = await import('#core/collection/collector_faults')
    const { isOurs, joinCollecting, LISTENING, pointName } =
      await import('#core/collection/collecting')
    const { InboxWatch } = await import('#core/collection/inbox/inbox_watch')
    const { startPolling } = await import('#core/collection/polling/start_polling')
    const { whileHeld } = await import('#core/outbox/while_held')
    this.#letFaultsBe = catchCollectorFaults()
    await this.#serveCalls()
    this.#serving = setInterval(() => void this.#serveCalls(), SOCKET_EVERY_MS).unref()
    await clearIncoming()
    const division = await joinCollecting()
    const inbox = new InboxWatch((pointId) => isOurs(division, pointId))
    this.#inbox = inbox
    await inbox.start()
    division.follow(() => void inbox.look())
    this.#stopPolling = startPolling({
      has: (id) => division.has(pointName(id)),
      signalOf: (id) => division.signalOf(pointName(id)),
    })
    this.#stopListening = whileHeld(division, LISTENING, () => this.#listen())
  }

  /** Listens for commands where no other server of this storage does. */
  async #serveCalls() {
    const { serveCalls } = await import('#core/collection/socket/serve_calls')
    if (!this.#calls?.listening) this.#calls = await serveCalls()
  }

  /** Listens to what is so now, and has the demo go on. Answers what ends that. */
  async #listen() {
    const { keepValues, restoreValues } = await import('#core/live/keep_values')
    const { watchPoints } = await import('#core/live/watch_points')
    await restoreValues()
    const stopDemo = await this.#moveDemo()
    const stopWatching = watchPoints()
    const stopKeeping = keepValues()
    const { startActing } = await import('#core/acts/acting_in_use')
    const stopActing = await startActing()
    return async () => {
      await stopActing()
      await stopDemo?.()
      await stopWatching()
      await stopKeeping()
    }
  }

  /** Where this installation has the demo, calls go on in it. */
  async #moveDemo() {
    const { default: env } = await import('#start/env')
    const pace = env.get('DEMO_PACE') ?? 1
    if (pace <= 0) return undefined
    const { moveDemo } = await import('#core/demo/moving/move_demo')
    return moveDemo(pace)
  }

  async shutdown() {
    clearInterval(this.#serving)
    this.#stopPolling?.()
    this.#inbox?.close()
    const { stopCollecting } = await import('#core/collection/stop_collecting')
    const { leaveCollecting } = await import('#core/collection/collecting')
    await endInTime(() => this.#stopListening?.())
    await endInTime(stopCollecting)
    await endInTime(leaveCollecting)
    this.#letFaultsBe?.()
    await endInTime(
      () => new Promise((resolve) => (this.#calls ? this.#calls.close(resolve) : resolve(null)))
    )
  }
}
