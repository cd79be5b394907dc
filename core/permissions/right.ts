/** What is given to a person one by one, on top of their role in a customer. */
export const rights = ['specifications.open', 'exports.make', 'customerUsers.manage'] as const
export type Right = (typeof rights)[number]
