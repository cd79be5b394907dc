import type { Json } from '#core/contracts/scalar'

/**
 * What an answer says went wrong, in one line; empty where it says nothing. It comes as a text, as a list of
 * texts, under `primary`, or per field under `form`.
 */
export const errorText = (error: Json | undefined): string =>
  texts(error, '').join('; ').slice(0, 300)

function texts(error: Json | undefined, field: string): string[] {
  if (error === null || error === undefined || error === false) return []
  if (Array.isArray(error)) return error.flatMap((one) => texts(one, field))
  if (typeof error === 'object') {
    return Object.entries(error).flatMap(([key, value]) =>
      texts(value, ['primary', 'form'].includes(key) || /^\d+$/.test(key) ? field : key)
    )
  }
  const text = String(error).trim()
  return text === '' ? [] : [field === '' ? text : `${field}: ${text}`]
}
