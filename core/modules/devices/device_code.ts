import { randomInt } from 'node:crypto'

/** Letters that are not taken for others, and make no words (RFC 8628, 6.1). */
const LETTERS = 'BCDFGHJKLMNPQRSTVWXZ'

/** A new code of eight letters, about 34 bits. */
export const newDeviceCode = (): string =>
  Array.from({ length: 8 }, () => LETTERS[randomInt(LETTERS.length)]).join('')

/** As it is shown: `WDJB-MJHT`. */
export const shownCode = (code: string): string => `${code.slice(0, 4)}-${code.slice(4)}`

/** What somebody typed, without the hyphen, spaces and small letters. */
export const typedCode = (text: string): string => text.toUpperCase().replaceAll(/[^A-Z]/g, '')

/** A number of two digits that the device shows too, so that nobody approves a device that they do not see. */
export const newCheckNumber = (): number => randomInt(10, 100)

/** The number among two others, in ascending order. */
export function checkNumbers(right: number): number[] {
  const numbers = new Set([right])
  while (numbers.size < 3) numbers.add(newCheckNumber())
  return [...numbers].sort((a, b) => a - b)
}
