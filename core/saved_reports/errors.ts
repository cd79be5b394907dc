import { RequestError } from '#core/http/request_error'
import { mostOf, type PeriodChoice } from '#core/contracts/period_choice'

/** There is no such saved report, or it is not the asker's to see: the two cannot be told apart. */
export const unknownSavedReport = (id: string) =>
  new RequestError({
    status: 404,
    code: 'E_UNKNOWN_SAVED_REPORT',
    message: `There is no saved report "${id}" among yours.`,
  })

/** The saved report has no such schedule. */
export const unknownSchedule = (id: string, saved: string) =>
  new RequestError({
    status: 404,
    code: 'E_UNKNOWN_SCHEDULE',
    message: `The saved report "${saved}" has no schedule "${id}".`,
    field: 'schedule',
  })

/** Why a saved report cannot be made with its owner's rights. */
export const ownerProblems = {
  E_OWNER_GONE: 'its owner’s account is gone',
  E_OWNER_NOT_MEMBER: 'its owner is no longer a user of the customer',
  E_OWNER_LOCKED: 'its owner is locked',
  E_OWNER_NOT_ALLOWED: 'its owner may no longer do this',
} as const
export type OwnerProblem = keyof typeof ownerProblems

/** Nobody's rights to make it with. */
export const ownerLost = (code: OwnerProblem, saved: string) =>
  new RequestError({
    status: 409,
    code,
    message: `"${saved}" is not made: ${ownerProblems[code]}. An administrator can give it another owner.`,
  })

/** Whoever is to own it may not see all that it is of. */
export const ownerCannotMake = (email: string, why: string) =>
  new RequestError({
    status: 422,
    code: 'E_OWNER_CANNOT_MAKE',
    message: `${email} cannot make this report with their own rights. ${why}`,
    field: 'owner',
  })

/** Per-recipient content needs a recipient whose rights are known. */
export const recipientUnknown = (email: string) =>
  new RequestError({
    status: 409,
    code: 'E_RECIPIENT_UNKNOWN',
    message: `${email} is no user of the customer, so it is not known what they may see.`,
    field: 'recipients',
  })

/** A number that the chosen period does not take. */
export const badPeriodCount = (choice: PeriodChoice) =>
  new RequestError({
    status: 422,
    code: 'E_BAD_PERIOD_COUNT',
    message: `The period "${choice}" takes a whole number from 1 to ${mostOf(choice)}.`,
    field: 'periodCount',
  })

/** Whoever asks, or the owner in whose name it is sent, may not open call specifications. */
export const noSpecificationToSend = () =>
  new RequestError({
    status: 403,
    code: 'E_NO_SPECIFICATION_TO_SEND',
    message:
      'You or the report’s owner may not open call specifications, so the report cannot be sent with one.',
    field: 'specification',
  })

/** A day that has been already, where one to come is wanted. */
export const dayIsOver = (field: string, date: string) =>
  new RequestError({
    status: 422,
    code: 'E_DAY_IS_OVER',
    message: `${date} has been. Choose a day to come.`,
    field,
  })

/** The calls are another's to give: who asks may open none. */
export const callsNotYours = () =>
  new RequestError({
    status: 403,
    code: 'E_NOT_YOURS_TO_GIVE',
    message:
      'This hands out call specifications with the rights of the report’s owner, and you don’t have access to call specifications yourself.',
    field: 'specification',
  })

/** The customer lets files go to some domains only. */
export const domainsNotAllowed = (address: string, domains: readonly string[]) => ({
  code: 'E_DOMAIN_NOT_ALLOWED',
  message: `Nothing may be sent to ${address}: mails go to addresses at ${domains.join(', ')} only.`,
})

/** E_OWN_WORDS: words of a sender's own go to people whom the customer knows. */
export const ownWordsNotAllowed = (address: string, domains: readonly string[]) =>
  new RequestError({
    status: 422,
    code: 'E_OWN_WORDS',
    message: `A subject and a message of your own go to users of the customer only${domains.length > 0 ? `, and to addresses at ${domains.join(', ')}` : ', or to addresses at domains that its administrator lists'}. Leave both out for ${address}.`,
    field: 'recipients',
    allowed: [...domains],
  })

/** Files are linked, and who cannot sign in cannot open links. */
export const linksNeedUsers = (address: string) => ({
  code: 'E_LINKS_NEED_USERS',
  message: `${address} is no user of the customer who may take files away, and files are sent as links that need signing in.`,
})
