import { Job } from '@adonisjs/queue'
import type { Brought } from '#core/jobs/queue/job_queue'

type Handle = (brought: Brought) => Promise<void>
let handle: Handle | undefined

/** Says what the worker of this process does with what it is brought. */
export const whenBrought = (does: Handle | undefined) => {
  handle = does
}

/** The job that the database's queue knows: it brings ours. */
export class RunBrought extends Job<Brought> {
  static options = { name: 'RunBrought', queue: 'default', maxRetries: 0 }

  async execute() {
    await handle?.(this.payload)
  }
}

/** The same for what reads facts: a schedule goes to the queue of its class. */
export class RunBroughtFacts extends RunBrought {
  static options = { name: 'RunBroughtFacts', queue: 'facts', maxRetries: 0 }
}
