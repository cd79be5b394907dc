import type { FactStore } from '#core/facts/fact_store'

/** The table that statements about stored parts name: on a cluster the one on each node. */
export const maintained = ({ cluster }: FactStore, table: string): string =>
  cluster ? `${table}_local ON CLUSTER '${cluster}'` : table
