import type { TransactionClientContract } from '@adonisjs/lucid/types/database'

/** Follows a group of a customer that is called something else, within the transaction that renames it. */
export type FollowGroupName = (
  client: TransactionClientContract,
  customerId: number,
  change: { from: string; to: string }
) => Promise<void>

const followers = new Set<FollowGroupName>()

/** Has what names groups, as people do, follow when one is renamed. Said once, at the start. */
export const followGroupNames = (follow: FollowGroupName): void => void followers.add(follow)

/** Tells all who follow that a group is renamed. */
export const tellRenamed: FollowGroupName = async (client, customerId, change) => {
  for (const follow of followers) await follow(client, customerId, change)
}
