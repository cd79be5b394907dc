import hash from '@adonisjs/core/services/hash'
import { weakPassword } from '#core/users/errors'

/** Shortest password that a person may choose. */
export const CHOSEN_PASSWORD_LENGTH = 12

/** Shortest password that an operator may set for somebody from the command line. */
export const SET_PASSWORD_LENGTH = 8

const FEWEST_DIFFERENT_CHARACTERS = 5

/** Hashes a password. Throws `E_WEAK_PASSWORD` where it is too short or the same few characters. */
export async function hashPassword(password: string, minimum: number): Promise<string> {
  const characters = [...password]
  if (characters.length < minimum || new Set(characters).size < FEWEST_DIFFERENT_CHARACTERS) {
    throw weakPassword(minimum, FEWEST_DIFFERENT_CHARACTERS)
  }
  return hash.make(password)
}

let nobodys: Promise<string> | undefined

/**
 * Whether it is the account's password. Without an account, or without a password yet, as much work
 * is done and the answer is no: how long it takes tells nothing.
 */
export async function isPassword(
  account: { password: string | null } | null,
  password: string
): Promise<boolean> {
  nobodys ??= hash.make('the password of nobody')
  const known = account?.password ?? null
  const matches = await hash.verify(known ?? (await nobodys), password)
  return matches && known !== null
}
