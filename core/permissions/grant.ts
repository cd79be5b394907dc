import { answerFor, capabilities } from '#core/permissions/matrix'

/** What a ticket may be used for: these, or all that one module lets tickets do (the module's key). */
export const grants = ['report', 'collect'] as const
export type ModuleGrant = string & { readonly ofModule: true }
export type Grant = (typeof grants)[number] | ModuleGrant

/** Core's grants, and the keys of modules that take tickets. */
export const allGrants = (modules: readonly string[]): Grant[] => [
  ...grants,
  ...(modules.filter((key) =>
    capabilities().some(
      (capability) =>
        capability.startsWith(`${key}.`) && answerFor(capability, 'ticket') === 'owner'
    )
  ) as ModuleGrant[]),
]
