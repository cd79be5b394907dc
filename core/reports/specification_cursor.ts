import type { PagePlace } from '#core/reports/compile/specification_statement'
import { invalidCursor } from '#core/reports/errors'
import type { CheckedOrder } from '#core/reports/specification_order'

/** The place after which the next page begins, as text. It says nothing of rights: those are applied to every page. */
export const writeCursor = ({ at, key, point, value }: PagePlace, { name }: CheckedOrder): string =>
  Buffer.from(
    JSON.stringify([1, name, at, point, key, ...(value === undefined ? [] : [value])])
  ).toString('base64url')

/** @throws E_INVALID_CURSOR where it is of another order or nothing that `writeCursor` wrote */
export function readCursor(cursor: string, { name, field }: CheckedOrder): PagePlace {
  const [version, its, at, point, key, value] = parsed(cursor)
  const sound =
    version === 1 &&
    its === name &&
    Number.isSafeInteger(at) &&
    Number.isSafeInteger(point) &&
    (point as number) > 0 &&
    (point as number) < 2 ** 32 &&
    typeof key === 'string' &&
    (field ? Number.isSafeInteger(value) : value === undefined)
  if (!sound) throw invalidCursor()
  const place = { at: at as number, point: point as number, key }
  return field ? { ...place, value: value as number } : place
}

function parsed(cursor: string): unknown[] {
  try {
    const value: unknown = JSON.parse(Buffer.from(cursor, 'base64url').toString())
    return Array.isArray(value) ? value : []
  } catch {
    return []
  }
}
