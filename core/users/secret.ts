import { createHash, randomBytes, timingSafeEqual } from 'node:crypto'

/** A new secret of 256 random bits, to be shown or mailed once. */
export const newSecret = (): string => randomBytes(32).toString('base64url')

/** What is kept of a secret. Unlike a password it cannot be guessed, so one quick round is enough. */
export const hashSecret = (secret: string): string =>
  createHash('sha256').update(secret).digest('hex')

/** Whether the secret is the one that the hash was made of, in the same time for every wrong one. */
export const matchesSecret = (secret: string, hash: string): boolean =>
  timingSafeEqual(Buffer.from(hashSecret(secret)), Buffer.from(hash))
