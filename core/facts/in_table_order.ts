const queues = new Map<string, Promise<unknown>>()

/**
 * Runs work on a table after all that was asked before it: who looks up what is stored and then writes
 * must not be overtaken between the two.
 */
export function inTableOrder<R>(table: string, work: () => Promise<R>): Promise<R> {
  const turn = (queues.get(table) ?? Promise.resolve()).then(work, work)
  queues.set(table, turn)
  return turn
}
