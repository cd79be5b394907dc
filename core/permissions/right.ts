import {
  answerFor,
  capabilities,
  roles,
  type Capability,
  type ModuleCapability,
} from '#core/permissions/matrix'

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
export type Right = (typeof rights)[number] | ModuleCapability

/** Core's rights, and the capabilities of modules that are given to people one by one. */
export const allRights = (): Right[] => [
  ...rights,
  ...capabilities().filter(
    (capability): capability is ModuleCapability =>
      !rights.some((right) => right === capability) && isGiven(capability)
  ),
]

const isGiven = (capability: Capability) =>
  roles.some((role) => answerFor(capability, role) === 'right')

/** Whoever has one of these sees the errands too. */
export const rightsOnErrands = rights.filter((right) => right.startsWith('errands.'))
