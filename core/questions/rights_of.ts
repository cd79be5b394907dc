import { createHash } from 'node:crypto'
import type { Reader } from '#core/permissions/reader'

/** Sets of ids are remembered as long as somebody has them, which is as long as nobody's rights change. */
const known = new WeakMap<ReadonlySet<number>, string>()

/**
 * What of a reader decides what they are answered: two readers of a customer with the same text are
 * answered the same. Whatever else reports come to follow belongs here.
 */
export const rightsOf = ({ role, personalFields, callSpecification, objectIds }: Reader): string =>
  [
    role === 'customerUser' ? 'outside' : 'inside',
    personalFields ? 'persons' : 'masked',
    callSpecification ? 'calls' : 'figures',
    objectIds ? fingerprint(objectIds) : 'all',
  ].join(' ')

function fingerprint(ids: ReadonlySet<number>): string {
  const before = known.get(ids)
  if (before) return before
  const text = [...ids].sort((a, b) => a - b).join(',')
  const hash = createHash('sha256').update(text).digest('base64url')
  known.set(ids, hash)
  return hash
}
