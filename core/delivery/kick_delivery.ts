import logger from '@adonisjs/core/services/logger'
import { answeredSoon } from '#core/jobs/queue/answered_soon'
import { jobQueue } from '#core/jobs/queue/queue_in_use'

/** Has what waits sent at once rather than within seconds. */
export async function kickDelivery(): Promise<void> {
  try {
    const queue = await jobQueue()
    await answeredSoon(queue.push('delivery', { recurring: 'delivery.deliver' }))
  } catch (error) {
    logger.warn({ err: error as Error }, 'Sending begins a little later: the queue does not answer')
  }
}
