/** That an act of a customer's agent is another than before. */
export interface ActChange {
  customerId: number
  pointId: number
  identifier: string
}

const followers = new Set<(change: ActChange) => void>()

/** Has somebody told of every change of an act in this process. Answers what ends it. */
export function followActs(follow: (change: ActChange) => void): () => void {
  followers.add(follow)
  return () => void followers.delete(follow)
}

export function tellAct(row: { customer_id: number; point_id: number; identifier: string }): void {
  for (const follow of followers) {
    follow({
      customerId: Number(row.customer_id),
      pointId: Number(row.point_id),
      identifier: row.identifier,
    })
  }
}
