import logger from '@adonisjs/core/services/logger'
import type { Division } from '#core/outbox/division'

/** Begins something, and answers what ends it. */
export type Begin = () => Promise<() => Promise<void>>

/**
 * Does something as long as this process has its name of a division, and begins and ends it with that.
 * Answers what ends it for good.
 */
export function whileHeld(division: Division, name: string, begin: Begin): () => Promise<void> {
  let end: (() => Promise<void>) | undefined
  let changing: Promise<void> = Promise.resolve()
  let isOver = false
  const change = async () => {
    const shouldRun = !isOver && division.has(name)
    if (shouldRun && !end) end = await begin()
    else if (!shouldRun && end) {
      const before = end
      end = undefined
      await before()
    }
  }
  const settle = () => {
    changing = changing.then(change).catch((error: unknown) => {
      logger.error({ err: error as Error }, `${name} could not be begun or ended.`)
    })
    return changing
  }
  const unfollow = division.follow(() => void settle())
  void settle()
  return async () => {
    isOver = true
    unfollow()
    await settle()
  }
}
