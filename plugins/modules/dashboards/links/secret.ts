import { createHash, randomBytes, timingSafeEqual } from 'node:crypto'

/** 128 random bits or more, as text that stands in an address. */
export const newSecret = () => randomBytes(18).toString('base64url')

export const hashOf = (secret: string) => createHash('sha256').update(secret).digest('hex')

/** Whether it is the one that a hash was made of, in the same time for every wrong one. */
export const isSecret = (secret: string, hash: string) =>
  timingSafeEqual(Buffer.from(hashOf(secret)), Buffer.from(hash))
