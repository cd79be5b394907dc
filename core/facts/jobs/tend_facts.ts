import { Job } from '@adonisjs/queue'
import { deleteExpiredFacts } from '#core/facts/delete_expired_facts'
import { mergeClosedMonths } from '#core/facts/merge_closed_months'

/** Deletes the facts that customers no longer keep, then merges closed months. */
export default class TendFacts extends Job<Record<string, never>> {
  static options = { name: 'TendFacts', queue: 'default', maxRetries: 2 }

  async execute() {
    await deleteExpiredFacts()
    await mergeClosedMonths()
  }
}
