import type { FeedCondition } from '#core/contracts/feed'
import { badRequest, notImplemented } from '../problem.js'
import { checkedValue } from './checked_value.js'
import type { Side, ValueSide } from './side.js'

const turned: Readonly<Record<string, string>> = { gt: 'lt', ge: 'le', lt: 'gt', le: 'ge' }

/** A side that is true or false by itself. */
export function asCondition(side: Side): FeedCondition {
  if ('condition' in side) return side.condition
  if ('value' in side) {
    if (typeof side.value !== 'boolean') throw badRequest('A filter must be true or false.')
    return side.value ? { every: [] } : { some: [] }
  }
  if (side.type === 'flag' && !side.as) return { column: side.column, is: true }
  throw badRequest(`"${side.name}" alone is neither true nor false.`)
}

/** Two sides by one of the comparisons `eq`, `ne`, `gt`, `ge`, `lt`, `le`. */
export function compare(left: Side, word: string, right: Side): FeedCondition {
  if ('column' in left && 'column' in right) {
    throw notImplemented(
      `Comparing "${left.name}" with "${right.name}"; properties with each other`
    )
  }
  if ('value' in left && 'value' in right) return always(left, word, right)
  if ('condition' in left || 'condition' in right) return compareConditions(left, word, right)
  if ('value' in left) return compare(right, turned[word] ?? word, left)
  const { column, as } = left
  const { value } = right as ValueSide
  if (word === 'eq') return { column, as, is: checkedValue(left, right) }
  if (word === 'ne') return { not: { column, as, is: checkedValue(left, right) } }
  // Nothing is neither more nor less than anything.
  if (value === null) return { some: [] }
  const edge = { gt: 'above', ge: 'from', lt: 'below', le: 'to' }[word]!
  return { column, as, [edge]: checkedValue(left, right) } as FeedCondition
}

/** Values that are compared with each other, as tools do that build filters from parts: `1 eq 1`. */
function always(left: ValueSide, word: string, right: ValueSide): FeedCondition {
  const isEqual = left.value === right.value
  if (word === 'eq') return isEqual ? { every: [] } : { some: [] }
  if (word === 'ne') return isEqual ? { some: [] } : { every: [] }
  throw notImplemented('Comparing values with each other by their order')
}

/** `contains(…) eq true`, as some tools write it. */
function compareConditions(left: Side, word: string, right: Side): FeedCondition {
  const [condition, value] = 'condition' in left ? [left, right] : [right, left]
  if (!('condition' in condition) || !('value' in value) || typeof value.value !== 'boolean') {
    throw notImplemented('Comparing conditions')
  }
  if (word !== 'eq' && word !== 'ne')
    throw badRequest(`A condition cannot be compared by "${word}".`)
  return (word === 'eq') === value.value ? condition.condition : { not: condition.condition }
}

/** A column that is one of several values. */
export function isAmong(left: Side, list: readonly Side[]): FeedCondition {
  if (!('column' in left)) throw notImplemented('"in" of anything but a property')
  if (list.length === 0) throw badRequest('"in" takes at least one value.')
  return { column: left.column, as: left.as, is: list.map((side) => checkedValue(left, side)) }
}
