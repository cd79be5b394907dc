import { Job } from '@adonisjs/queue'
import { refreshStatuses } from '#core/messages/refresh_statuses'

/** Asks each minute whether messages have arrived. */
export default class RefreshStatuses extends Job<Record<string, never>> {
  static options = { name: 'RefreshStatuses', queue: 'default', maxRetries: 0 }

  async execute() {
    await refreshStatuses()
  }
}
