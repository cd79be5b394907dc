import { AsyncLocalStorage } from 'node:async_hooks'
import logger from '@adonisjs/core/services/logger'
import { collectionFailed, collectorSilent } from '#core/collection/errors'
import type { OpenPoint } from '#core/collection/opened_point'
import { inPoint } from '#core/collection/point_lock'
import CollectionPoint from '#core/measurement_objects/models/collection_point'

/** A collector at work, or that was: what it started may still go on. */
interface Work {
  pointId: number
  name: string
  fail: (error: unknown) => void
}

const atWork = new AsyncLocalStorage<Work>()

// A platform may take its time between two results; a collector that says nothing for longer has hung.
const LONGEST_SILENCE_MS = 15 * 60_000

/**
 * The results of a collector. Whatever it throws, also later in a timer or an event of its own, ends its
 * results with E_COLLECTION_FAILED, and so does its saying nothing for `silence` milliseconds.
 */
export async function* watched<T>(
  { point }: Pick<OpenPoint, 'point'>,
  name: string,
  start: () => AsyncIterable<T>,
  silence = LONGEST_SILENCE_MS
): AsyncIterable<T> {
  let failure: { error: unknown } | undefined
  let onFailure: (error: unknown) => void = () => undefined
  const fail = (error: unknown) => {
    failure ??= { error }
    onFailure(error)
  }
  const within = <R>(step: () => R) => atWork.run({ pointId: point.id, name, fail }, step)
  /** Waits for a step or a failure; nothing that outlives the step may hold on to it. */
  const stepOrFailure = (take: () => Promise<IteratorResult<T>>) =>
    new Promise<IteratorResult<T>>((resolve, reject) => {
      onFailure = reject
      if (failure) reject(failure.error)
      within(take).then(resolve, reject)
    })
  let results: AsyncIterator<T> | undefined
  try {
    results = within(() => start()[Symbol.asyncIterator]())
    for (;;) {
      const timer = setTimeout(() => fail(collectorSilent(silence)), silence)
      const steps = results
      const step = await stepOrFailure(() => steps.next()).finally(() => clearTimeout(timer))
      if (step.done) return
      yield step.value
    }
  } catch (error) {
    throw collectionFailed(name, error)
  } finally {
    // Not waited for: what has hung may not end either.
    const steps = results
    void within(() => steps?.return?.())?.catch(() => undefined)
  }
}

/** Does something with a collector of a point, and has what goes wrong later told at that point. */
export const asWorkOf = <R>({ id, name }: CollectionPoint, step: () => R): R =>
  atWork.run({ pointId: id, name, fail: () => undefined }, step)

/**
 * Has what a collector throws outside of its results stop nothing but that collector: its point is told.
 * Whatever else nobody catches ends the process as before.
 */
export function catchCollectorFaults(): () => void {
  const caught = (error: unknown) => {
    const work = atWork.getStore()
    if (!work) endProcess(error)
    else void tell(work, error)
  }
  process.on('uncaughtException', caught).on('unhandledRejection', caught)
  return () => void process.off('uncaughtException', caught).off('unhandledRejection', caught)
}

async function tell({ pointId, name, fail }: Work, error: unknown) {
  fail(error)
  const { message: lastError } = collectionFailed(name, error)
  logger.error({ err: error }, `The collector of point ${pointId} failed outside of its results.`)
  // After what is collected there now: its success would take the sentence away. The database's own
  // failure would come back here.
  await inPoint(pointId, () =>
    CollectionPoint.query().where('id', pointId).update({ lastError })
  ).catch(() => undefined)
}

function endProcess(error: unknown) {
  logger.fatal({ err: error }, 'Nobody caught an error: the process ends.')
  process.stderr.write(`${error instanceof Error ? error.stack : String(error)}\n`)
  process.exit(1)
}
