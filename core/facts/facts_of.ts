import type { FactQuery, FactStore } from '#core/facts/fact_store'

/** What a report asks the store: every question is the customer's, and waits for its turn as that. */
export type CustomerFacts = Pick<FactStore, 'read' | 'stream'>

/** The store as one customer's reports ask it. */
export const factsOf = (store: CustomerFacts, customer: number): CustomerFacts => ({
  read: (query: FactQuery) => store.read({ ...query, customer }),
  stream: (query: FactQuery) => store.stream({ ...query, customer }),
})

/** The same for boards: their figures are asked for again by themselves, and give way to whoever asks by hand. */
export const forBoards = (store: CustomerFacts): CustomerFacts => ({
  read: (query: FactQuery) => store.read({ ...query, lane: 'watching' }),
  stream: (query: FactQuery) => store.stream({ ...query, lane: 'watching' }),
})

/** The same for files that are made in the background: whoever looks at something waits for none of them. */
export const inBackground = (store: CustomerFacts): CustomerFacts => ({
  read: (query: FactQuery) => store.read({ ...query, lane: 'making' }),
  stream: (query: FactQuery) => store.stream({ ...query, lane: query.lane ?? 'files' }),
})
