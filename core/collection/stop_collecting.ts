import { stopping } from '#core/collection/errors'
import { untilIdle } from '#core/collection/point_lock'

let stop = new AbortController()

/** Aborted when the process is about to end. */
export const stopSignal = () => stop.signal

/** @throws E_STOPPING when the process is about to end. */
export function demandRunning(): void {
  if (stop.signal.aborted) throw stopping()
}

/**
 * Ends what is being collected at its next batch and waits for that. Nothing is lost: each goes on from
 * its last durable batch.
 */
export async function stopCollecting(): Promise<void> {
  stop.abort()
  await untilIdle()
  stop = new AbortController()
}
