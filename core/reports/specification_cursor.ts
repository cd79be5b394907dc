import type { PagePlace } from '#core/reports/compile/specification_statement'
import { invalidCursor } from '#core/reports/errors'

type Order = 'newest' | 'oldest'

/** The place after which the next page begins, as text. It says nothing of rights: those are applied to every page. */
export const writeCursor = ({ at, key, point }: PagePlace, order: Order): string =>
  Buffer.from(JSON.stringify([1, order, at, point, key])).toString('base64url')

/** @throws E_INVALID_CURSOR where it is of another order or nothing that `writeCursor` wrote */
export function readCursor(cursor: string, order: Order): PagePlace {
  const [version, its, at, point, key] = parsed(cursor)
  const sound =
    version === 1 &&
    its === order &&
    Number.isSafeInteger(at) &&
    Number.isSafeInteger(point) &&
    (point as number) > 0 &&
    (point as number) < 2 ** 32 &&
    typeof key === 'string'
  if (!sound) throw invalidCursor()
  return { at: at as number, point: point as number, key }
}

function parsed(cursor: string): unknown[] {
  try {
    const value: unknown = JSON.parse(Buffer.from(cursor, 'base64url').toString())
    return Array.isArray(value) ? value : []
  } catch {
    return []
  }
}
