import { BaseCommand, flags } from '@adonisjs/core/ace'
import { endInTime } from '#core/http/stopping'

/** Works at jobs beside the server, until it is stopped. */
export default class QueueWork extends BaseCommand {
  static commandName = 'queue:work'
  static description = 'Work at background jobs beside the server, until stopped'
  static options = { startApp: true, staysAlive: true }

  @flags.number({ description: 'How many jobs of a kind at once', default: 2 })
  declare concurrency: number

  async run() {
    await import('#start/jobs')
    const { startWork } = await import('#core/jobs/work')
    const { slotsHere } = await import('#core/jobs/queue/lanes')
    const worker = await startWork({ server: false, concurrency: this.concurrency })
    this.app.terminating(async () => {
      await endInTime(() => worker.stop())
    })
    this.logger.info(
      slotsHere(false, this.concurrency).has('facts')
        ? 'Working at every job.'
        : 'Working at jobs that need no facts: those are embedded in the server. Set FACTS_URL to work at all.'
    )
  }
}
