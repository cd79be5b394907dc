import type { FeedCondition } from '#core/contracts/feed'
import type { EntitySet } from './entity_set.js'
import { badRequest } from './problem.js'

/** More than anybody writes; each is looked for in every text of every row. */
const MOST = 20

/**
 * A `$search` as a condition: each word or "phrase" stands somewhere in one of the texts of a row, in
 * capitals or not. Words beside each other are all wanted; `OR`, `NOT` and brackets are as in a filter.
 *
 * @throws ODataProblem
 */
export function parseSearch(text: string, { table }: EntitySet): FeedCondition {
  const words = text.match(/"[^"]*"|[()]|[^\s()"]+|"/g) ?? []
  const columns = table.columns.filter(
    ({ key, type, masked }) => key !== 'id' && !masked && (type === 'text' || type === 'phone')
  )
  if (words.length === 0) throw badRequest('"$search" is empty.')
  if (words.length > MOST) throw badRequest(`"$search" takes at most ${MOST} words.`)
  let at = 0
  const either = (): FeedCondition => {
    const parts = [both()]
    while (words[at] === 'OR') {
      at += 1
      parts.push(both())
    }
    return parts.length === 1 ? parts[0]! : { some: parts }
  }
  const both = (): FeedCondition => {
    const parts = [single()]
    while (at < words.length && words[at] !== 'OR' && words[at] !== ')') {
      if (words[at] === 'AND') at += 1
      parts.push(single())
    }
    return parts.length === 1 ? parts[0]! : { every: parts }
  }
  const single = (): FeedCondition => {
    const word = words[at]
    at += 1
    if (word === 'NOT') return { not: single() }
    if (word === '(') {
      const inside = either()
      if (words[at] !== ')') throw badRequest('"$search" has a bracket that is not closed.')
      at += 1
      return inside
    }
    if (word === undefined || word === ')' || word === 'AND' || word === 'OR' || word === '"') {
      throw badRequest(`"$search" has "${word ?? ''}" where a word should be.`)
    }
    const contains = word.replaceAll('"', '').toLowerCase()
    return { some: columns.map(({ key }) => ({ column: key, as: 'lower', contains })) }
  }
  const condition = either()
  if (at < words.length) throw badRequest(`"$search" has "${words[at]}" where it should end.`)
  return condition
}
