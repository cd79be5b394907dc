import { RequestError } from '#core/http/request_error'

/** The customer has no such user; those of other customers are as unknown. */
export const unknownPerson = (person: string) =>
  new RequestError({
    status: 404,
    code: 'E_UNKNOWN_PERSON',
    message: `There is no user "${person}".`,
  })

/** Somebody must be left who can manage the rest. */
export const lastAdministrator = (email: string) =>
  new RequestError({
    status: 409,
    code: 'E_LAST_ADMINISTRATOR',
    message: `${email} is the only administrator who can sign in. Make somebody else one first.`,
  })

/** The account is the person's own. */
export const ownersAlone = (email: string, field: string) =>
  new RequestError({
    status: 409,
    code: 'E_OTHERS_ACCOUNT',
    field,
    message: `Only ${email} can change this, in My account.`,
  })

/** Nobody gives what they do not see themselves. */
export const notYoursToGive = () =>
  new RequestError({
    status: 403,
    code: 'E_NOT_YOURS_TO_GIVE',
    field: 'objects',
    message: 'You can only give objects and groups that you may see yourself.',
  })

/** Nobody gives a right that they lack. */
export const rightNotYours = (right: string) =>
  new RequestError({
    status: 403,
    code: 'E_NOT_YOURS_TO_GIVE',
    field: 'rights',
    message: `You can only give rights that you have yourself. You don’t have: ${right}.`,
  })

/** There is nothing to send or to take back: the person has a password, or no invitation is open. */
export const noInvitation = (email: string) =>
  new RequestError({
    status: 409,
    code: 'E_NO_INVITATION',
    message: `${email} has chosen a password, or has no open invitation.`,
  })
