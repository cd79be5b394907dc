/** Facts of one event of a customer's source, which are others than before. */
export interface FactsChange {
  customerId: number
  source: string
  event: string
}

type Follow = (change: FactsChange) => void

const followers = new Set<Follow>()

/** Has somebody told whenever this process has changed facts, once they are durable. Answers what ends it. */
export function followFacts(follow: Follow): () => void {
  followers.add(follow)
  return () => void followers.delete(follow)
}

/** Tells all who follow. None of them does any work of its own meanwhile. */
export function tellFactsChanged(change: FactsChange): void {
  for (const follow of followers) follow(change)
}
