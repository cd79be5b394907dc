import { RequestError } from '#core/http/request_error'

/** One answer for an unknown account, a wrong password and an account without customers. */
export const signInFailed = () =>
  new RequestError({
    status: 401,
    code: 'E_SIGN_IN_FAILED',
    message: 'The e-mail address or the password is wrong.',
  })

/** Too many failures for the account or from the address. */
export function tooManySignIns(seconds: number) {
  const minutes = Math.max(1, Math.ceil(seconds / 60))
  return new RequestError({
    status: 429,
    code: 'E_TOO_MANY_SIGN_INS',
    message: `Too many failed sign-ins. Try again in ${minutes} ${minutes === 1 ? 'minute' : 'minutes'}.`,
    retryAfterSeconds: seconds,
  })
}

/** One answer for an unknown token, a wrong secret, a revoked ticket and every JWT that is not valid. */
export const badTicket = () =>
  new RequestError({
    status: 401,
    code: 'E_BAD_TICKET',
    message: 'The token or the secret is wrong, or no longer valid.',
  })

/** The link was never sent, has been used, or is too old. */
export const unknownInvitation = () =>
  new RequestError({
    status: 404,
    code: 'E_UNKNOWN_INVITATION',
    message: 'This invitation is not valid, or has been used. Ask for a new one.',
  })

export const weakPassword = (length: number, different: number) =>
  new RequestError({
    status: 422,
    code: 'E_WEAK_PASSWORD',
    field: 'password',
    message: `A password has at least ${length} characters, at least ${different} of them different.`,
  })

export const badEmail = (email: string) =>
  new RequestError({
    status: 422,
    code: 'E_BAD_EMAIL',
    field: 'email',
    message: `"${email}" is no e-mail address.`,
  })

/** The person is in the customer already. */
export const knownUser = (email: string, customer: string) =>
  new RequestError({
    status: 409,
    code: 'E_KNOWN_USER',
    field: 'email',
    message: `${email} is a user of ${customer} already.`,
  })

/** The address has been invited and has not answered yet. */
export const alreadyInvited = (email: string) =>
  new RequestError({
    status: 409,
    code: 'E_ALREADY_INVITED',
    field: 'email',
    message: `${email} has already been invited. Send the invitation again instead.`,
  })

/** System operators don't make themselves members of a customer. */
export const operatorNotInvited = () =>
  new RequestError({
    status: 403,
    code: 'E_OPERATOR_NOT_INVITED',
    field: 'email',
    message:
      'System operators can’t become members of a customer by an invitation that an operator sent. An administrator of the customer can invite them.',
  })

/** A person's own password stays when they are added to one more customer. */
export const otherPassword = (email: string) =>
  new RequestError({
    status: 409,
    code: 'E_OTHER_PASSWORD',
    field: 'password',
    message: `${email} has an account with another password, which stays. Add the user without a password.`,
  })

export const unknownUser = (email: string, customer?: string) =>
  new RequestError({
    status: 404,
    code: 'E_UNKNOWN_USER',
    field: 'user',
    message: customer ? `${customer} has no user ${email}.` : `There is no user ${email}.`,
  })

/** A person in several customers must say for which. */
export const severalCustomers = (email: string, slugs: string[]) =>
  new RequestError({
    status: 422,
    code: 'E_SEVERAL_CUSTOMERS',
    field: 'customer',
    message: `${email} is a user of several customers. Say which: ${slugs.join(', ')}.`,
    allowed: slugs,
  })

export const unknownGrant = (grant: string, known: readonly string[]) =>
  new RequestError({
    status: 422,
    code: 'E_UNKNOWN_GRANT',
    field: 'grant',
    message: grant
      ? `There is no grant "${grant}". The known ones are ${known.join(', ')}.`
      : `Say what the ticket may be used for: ${known.join(', ')}.`,
    allowed: known,
  })

export const unknownTicket = (token: string) =>
  new RequestError({
    status: 404,
    code: 'E_UNKNOWN_TICKET',
    field: 'token',
    message: `There is no ticket with the token "${token}", or it has been revoked.`,
  })

/** No sign-in is under way in this session, or its password was given too long ago. */
export const noSignIn = () =>
  new RequestError({
    status: 401,
    code: 'E_NO_SIGN_IN',
    message: 'Begin again with the e-mail address and the password.',
  })

export const unknownMethod = (method: string, known: readonly string[]) =>
  new RequestError({
    status: 422,
    code: 'E_UNKNOWN_METHOD',
    field: 'method',
    message: `You have no second factor "${method}". You have ${known.join(', ')}.`,
    allowed: known,
  })

export const codeTooSoon = (seconds: number) =>
  new RequestError({
    status: 429,
    code: 'E_CODE_TOO_SOON',
    message: `A code has just been sent. Another can be sent in ${seconds} seconds.`,
    retryAfterSeconds: seconds,
  })

export const wrongCode = () =>
  new RequestError({
    status: 422,
    code: 'E_WRONG_CODE',
    field: 'code',
    message: 'The code is wrong.',
  })

/** Used, too old, or tried too often: whichever it is, a new one is needed. */
export const codeOver = () =>
  new RequestError({
    status: 422,
    code: 'E_CODE_OVER',
    field: 'code',
    message: 'The code can no longer be used. Ask for a new one.',
  })

/** A mailed code proves nothing where the organisation's own sign-in is demanded. */
export const authenticatorNeeded = () =>
  new RequestError({
    status: 403,
    code: 'E_AUTHENTICATOR_NEEDED',
    field: 'method',
    message:
      'Your organisation demands its own sign-in, so this takes a code from an authenticator app, and you have none here. Add one under My account, or let another administrator, or who runs the installation, mail you a link to set one up.',
    allowed: ['authenticator'],
  })

/** The link is sent by another than its owner. */
export const ownEnrolment = () =>
  new RequestError({
    status: 409,
    code: 'E_OWN_ENROLMENT',
    message:
      'You cannot send this link to yourself. Add the app under My account, or ask another administrator, or who runs the installation, to send it.',
  })

/** A customer that has enforced single sign-on is opened by it alone. */
export const onlySingleSignOn = (connections: readonly string[]) =>
  new RequestError({
    status: 403,
    code: 'E_SINGLE_SIGN_ON',
    message: 'Sign in with the account of your organisation.',
    allowed: connections,
  })

/** The link was never sent, has been used, or is too old. */
export const unknownLink = () =>
  new RequestError({
    status: 404,
    code: 'E_UNKNOWN_LINK',
    message: 'This link is not valid, or has been used. Ask for a new one.',
  })

export const wrongPassword = (field: string) =>
  new RequestError({
    status: 422,
    code: 'E_WRONG_PASSWORD',
    field,
    message: 'The password is wrong.',
  })

export const takenEmail = (email: string) =>
  new RequestError({
    status: 409,
    code: 'E_TAKEN_EMAIL',
    field: 'email',
    message: `There is an account with the address ${email} already.`,
  })

/** An administrator proposed the address: the owner of the account says yes to it, signed in. */
export const ownerConfirms = () =>
  new RequestError({
    status: 403,
    code: 'E_OWNER_CONFIRMS',
    message: 'Sign in to the account and confirm the new address there.',
  })

export const tooManyProposals = (seconds: number) =>
  new RequestError({
    status: 429,
    code: 'E_TOO_MANY_PROPOSALS',
    message: 'Too many addresses have been proposed for this user. Try again later.',
    retryAfterSeconds: seconds,
  })

export const badMobile = (mobile: string) =>
  new RequestError({
    status: 422,
    code: 'E_BAD_MOBILE',
    field: 'mobile',
    message: `"${mobile}" is no number with country code, such as +46 70 174 06 05.`,
  })

/** Text messages go to numbers that were confirmed. */
export const noMobile = () =>
  new RequestError({
    status: 422,
    code: 'E_NO_MOBILE',
    field: 'notifiedBy',
    message: 'There is no confirmed mobile number to send text messages to. Add one first.',
  })

export const unknownFactor = () =>
  new RequestError({
    status: 404,
    code: 'E_UNKNOWN_FACTOR',
    message: 'You have no such second factor.',
  })

export const unknownSession = () =>
  new RequestError({
    status: 404,
    code: 'E_UNKNOWN_SESSION',
    message: 'There is no such session, or it is over.',
  })

/** An administrator uses the account: what opens it is its owner's. */
export const actingAccount = () =>
  new RequestError({
    status: 403,
    code: 'E_ACTING',
    message: 'This can be done by the owner of the account only.',
  })

/** One customer let the session in: it may not change what opens the others. */
export const limitedSession = () =>
  new RequestError({
    status: 403,
    code: 'E_LIMITED_SESSION',
    message: 'Sign in with your password and a second factor to change this.',
  })

export const unknownConnection = (key: string) =>
  new RequestError({
    status: 404,
    code: 'E_UNKNOWN_CONNECTION',
    field: 'connection',
    message: `There is no sign-in "${key}", or several customers have one: say which customer.`,
  })

export const takenConnection = (key: string) =>
  new RequestError({
    status: 409,
    code: 'E_TAKEN_CONNECTION',
    field: 'key',
    message: `There is a sign-in "${key}" already.`,
  })

export const badIssuer = (issuer: string) =>
  new RequestError({
    status: 422,
    code: 'E_BAD_ISSUER',
    field: 'issuer',
    message: `"${issuer}" is no issuer: give its address, such as https://login.microsoftonline.com/<tenant>/v2.0.`,
  })

/** Who demands single sign-on must be able to use it, or nobody could take it back. */
export const notJoined = () =>
  new RequestError({
    status: 409,
    code: 'E_NOT_JOINED',
    field: 'enforced',
    message: 'Join your own account with this sign-in first: you would lock yourself out.',
  })

/** The issuer refused, does not answer, or its answer does not fit what was asked. */
export const singleSignOnFailed = () =>
  new RequestError({
    status: 503,
    code: 'E_SINGLE_SIGN_ON_FAILED',
    message: 'The sign-in of your organisation did not succeed. Try again.',
  })

/** Nobody here is joined with whom the issuer named, or they are not one of the customer's. */
export const unknownIdentity = () =>
  new RequestError({
    status: 403,
    code: 'E_UNKNOWN_IDENTITY',
    message:
      'Your account elsewhere is not joined with one here. Open the link of your invitation first.',
  })

export const takenIdentity = () =>
  new RequestError({
    status: 409,
    code: 'E_TAKEN_IDENTITY',
    message: 'Your account elsewhere is joined with another one here.',
  })

/** An administrator who uses another's account only looks, unless they asked for more. */
export const actingReads = () =>
  new RequestError({
    status: 403,
    code: 'E_ACTING_READS',
    message: "You are looking through another person's account, and may not change anything.",
  })

export const cannotBeHelped = (email: string) =>
  new RequestError({
    status: 403,
    code: 'E_CANNOT_BE_HELPED',
    message: `The account of ${email} cannot be used by others: it administers, or is locked.`,
  })
