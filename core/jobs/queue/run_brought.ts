import { Job } from '@adonisjs/queue'
import type { Brought, Lane } from '#core/jobs/queue/job_queue'

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

/** The same for another lane: a schedule goes to the queue of its class. */
const bringing = (lane: Lane, name: string) =>
  class extends RunBrought {
    static options = { name, queue: lane, maxRetries: 0 }
  }

/** The class that brings what is in each lane. */
export const bringers: Readonly<Record<Lane, typeof RunBrought>> = {
  default: RunBrought,
  facts: bringing('facts', 'RunBroughtFacts'),
  exports: bringing('exports', 'RunBroughtExports'),
  largeExports: bringing('largeExports', 'RunBroughtLargeExports'),
  delivery: bringing('delivery', 'RunBroughtDelivery'),
  notifications: bringing('notifications', 'RunBroughtNotifications'),
}
