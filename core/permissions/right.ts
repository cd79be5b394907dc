/** What is given to a person one by one, on top of their role in a customer. */
export const rights = [
  'specifications.open',
  'exports.make',
  'customerUsers.manage',
  'errands.read',
  'errands.report',
  'errands.comment',
  'errands.documents',
  'errands.upload',
  'errands.handle',
] as const
export type Right = (typeof rights)[number]

/** Whoever has one of these sees the errands too. */
export const rightsOnErrands = rights.filter((right) => right.startsWith('errands.'))
