/**
 * What a collection did. `read` is the lines dealt with, or the records where a format has several
 * to a line. A record that became an event is counted once by `added` (new), `replaced` or
 * `unchanged` (known already, or known better); `quarantined` could not be understood.
 */
export interface CollectionTotals {
  read: number
  added: number
  replaced: number
  unchanged: number
  quarantined: number
}

/** Totals of nothing, to add to. */
export const noTotals = (): CollectionTotals => ({
  read: 0,
  added: 0,
  replaced: 0,
  unchanged: 0,
  quarantined: 0,
})

/** Adds what `more` counts to `totals`, and answers it. */
export function addTotals(totals: CollectionTotals, more: Partial<CollectionTotals>) {
  for (const key of Object.keys(more) as (keyof CollectionTotals)[]) totals[key] += more[key] ?? 0
  return totals
}

/** Totals as the API and `--json` write them: what was added is `new` there. */
export const presentTotals = ({ added, ...rest }: CollectionTotals) => ({
  read: rest.read,
  new: added,
  replaced: rest.replaced,
  unchanged: rest.unchanged,
  quarantined: rest.quarantined,
})
