import type { Field } from '#core/contracts/event'

/**
 * A personal value as those see it who may not see it whole: of a phone number its beginning and its
 * last two digits (+4670*****12), of anything else nothing.
 */
export function mask(value: string, type: Field['type']): string {
  if (type !== 'phone' || value.length < 6)
    return '*'.repeat(Math.min(Math.max(value.length, 3), 8))
  const begin = value.length >= 10 ? 5 : 1
  return value.slice(0, begin) + '*'.repeat(value.length - begin - 2) + value.slice(-2)
}
