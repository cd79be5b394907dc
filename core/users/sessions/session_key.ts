import { hashSecret } from '#core/users/secret'

/** The key under which a session keeps the secret by which it is known in `user_sessions`. */
export const SESSION_KEY = 'signedIn'

/** The key of what is known of a sign-in whose second factor is awaited. */
export const PENDING_SIGN_IN = 'pendingSignIn'

/** The key of whose account an administrator uses. */
export const ACTING = 'acting'

/** The key of what the person is told once of sign-ins that failed before this one. */
export const BEFORE = 'beforeSignIn'

/** A password that was right, of this person, at this time in milliseconds, and the method chosen since. */
export interface PendingSignIn {
  userId: number
  /** Of which password: another ends the sign-in. */
  password: string
  at: number
  method?: string
}

/** By which a session knows the password that was given, without keeping its hash. */
export const passwordMark = (passwordHash: string | null): string => hashSecret(passwordHash ?? '')
