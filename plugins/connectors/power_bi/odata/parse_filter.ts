import type { FeedCondition, FeedType, ValuePart } from '#core/contracts/feed'
import { propertyOf, type EntitySet } from './entity_set.js'
import { badRequest, notImplemented } from './problem.js'
import { tokens, type Token, type ValueKind } from './tokens.js'

/** What a side of a comparison is: a column, or what is taken of it, or a value. */
type Side =
  | { column: string; name: string; as?: readonly ValuePart[]; type: FeedType }
  | { value: string | number | boolean | null; of: ValueKind }
  | { condition: FeedCondition }

const comparisons = ['eq', 'ne', 'gt', 'ge', 'lt', 'le', 'in', 'has'] as const
const arithmetic = new Set(['add', 'sub', 'mul', 'div', 'divby', 'mod'])
const turned: Readonly<Record<string, string>> = { gt: 'lt', ge: 'le', lt: 'gt', le: 'ge' }
/** More than anybody writes; each is a call of a function inside another. */
const DEEPEST = 60

/**
 * A `$filter` as a condition. It is read by descending through what binds weakest to what binds
 * strongest; whatever cannot be said as a condition is refused, never passed over.
 *
 * @throws ODataProblem
 */
export function parseFilter(text: string, set: EntitySet): FeedCondition {
  const parser = new Parser(tokens(text), set)
  const condition = parser.either()
  parser.demandEnd()
  return condition
}

class Parser {
  #at = 0
  #depth = 0

  constructor(
    readonly words: readonly Token[],
    readonly set: EntitySet
  ) {}

  either(): FeedCondition {
    const parts = [this.#both()]
    while (this.#takes('or')) parts.push(this.#both())
    return parts.length === 1 ? parts[0]! : { some: parts }
  }

  demandEnd() {
    const token = this.words[this.#at]
    if (token) throw badRequest(`The filter has "${shown(token)}" where it should end.`)
  }

  #both(): FeedCondition {
    const parts = [this.#negated()]
    while (this.#takes('and')) parts.push(this.#negated())
    return parts.length === 1 ? parts[0]! : { every: parts }
  }

  #negated(): FeedCondition {
    if (!this.#takes('not')) return this.#compared()
    return this.#deeper(() => ({ not: asCondition(this.#side()) }))
  }

  #compared(): FeedCondition {
    const left = this.#side()
    const token = this.words[this.#at]
    const word = token?.kind === 'name' ? token.text : undefined
    if (!comparisons.includes(word as (typeof comparisons)[number])) return asCondition(left)
    this.#at += 1
    if (word === 'has') throw notImplemented('The operator "has"')
    if (word === 'in') return isAmong(left, this.#list())
    return compare(left, word!, this.#side())
  }

  #side(): Side {
    const side = this.#operand()
    const token = this.words[this.#at]
    if (token?.kind === 'name' && arithmetic.has(token.text)) {
      throw notImplemented(`The operator "${token.text}"${ofProperty(side)}`)
    }
    return side
  }

  #operand(): Side {
    const token = this.#next('a property or a value')
    if (token.kind === 'value') return { value: token.value, of: token.of }
    if (token.kind === 'name') return this.#named(token.text)
    if (token.text !== '(')
      throw badRequest(`The filter has "${token.text}" where a value should be.`)
    return this.#deeper(() => {
      const condition = this.either()
      this.#demand(')')
      return { condition }
    })
  }

  #named(name: string): Side {
    const follows = this.words[this.#at]
    if (!isSign(follows, '(')) {
      const { column } = propertyOf(this.set, name)
      return { column: column.key, name, type: column.type }
    }
    this.#at += 1
    if (!isKnown(name)) {
      const first = this.words[this.#at]
      const of = first?.kind === 'name' ? ` of "${first.text}"` : ''
      throw notImplemented(`The function "${name}"${of}`)
    }
    return this.#deeper(() => called(name, this.#sides()))
  }

  #sides(): Side[] {
    if (this.#takesSign(')')) return []
    const sides = [this.#side()]
    while (this.#takesSign(',')) sides.push(this.#side())
    this.#demand(')')
    return sides
  }

  #list(): Side[] {
    this.#demand('(')
    return this.#sides()
  }

  #next(what: string): Token {
    const token = this.words[this.#at]
    if (!token) throw badRequest(`The filter ends where ${what} should be.`)
    this.#at += 1
    return token
  }

  #takes(word: string): boolean {
    const token = this.words[this.#at]
    if (token?.kind !== 'name' || token.text !== word) return false
    this.#at += 1
    return true
  }

  #takesSign(sign: string): boolean {
    if (!isSign(this.words[this.#at], sign)) return false
    this.#at += 1
    return true
  }

  #demand(sign: string) {
    const token = this.#next(`"${sign}"`)
    if (isSign(token, sign)) return
    throw badRequest(`The filter has "${shown(token)}" where "${sign}" should be.`)
  }

  #deeper<R>(work: () => R): R {
    this.#depth += 1
    if (this.#depth > DEEPEST) throw badRequest('The filter is too deep.')
    const result = work()
    this.#depth -= 1
    return result
  }
}

const isSign = (token: Token | undefined, sign: string) =>
  token?.kind === 'sign' && token.text === sign

const shown = (token: Token) => (token.kind === 'value' ? String(token.value) : token.text)

const parts: Readonly<Record<string, ValuePart>> = {
  tolower: 'lower',
  toupper: 'upper',
  trim: 'trimmed',
  length: 'length',
  year: 'year',
  month: 'month',
  day: 'day',
  hour: 'hour',
  minute: 'minute',
  second: 'second',
  date: 'date',
  time: 'time',
}
const ofTwo = ['indexof', 'contains', 'startswith', 'endswith', 'concat']

const isKnown = (name: string) => Object.hasOwn(parts, name) || ofTwo.includes(name)

const ofProperty = (side: Side) => ('column' in side ? ` of "${side.name}"` : '')

function called(name: string, sides: readonly Side[]): Side {
  const [first, second] = sides
  const isOfOne = Object.hasOwn(parts, name)
  demandSides(name, sides, isOfOne ? 1 : 2)
  if ('value' in first! && first.of === 'text') {
    return ofTexts(name, String(first.value), isOfOne ? '' : textOf(name, second!))
  }
  if (isOfOne) return taken(first!, name, parts[name]!)
  if (name === 'concat') throw notImplemented(`The function "concat"${ofProperty(first!)}`)
  if (name === 'indexof') return taken(first!, name, { indexOf: textOf(name, second!) })
  const { column, as } = columnOf(name, first!)
  const text = textOf(name, second!)
  const word = { contains: 'contains', startswith: 'beginsWith', endswith: 'endsWith' }[name]!
  return { condition: { column, as, [word]: text } as FeedCondition }
}

/** Functions of texts that stand in the filter themselves are worked out at once. */
function ofTexts(name: string, text: string, other: string): Side {
  const asText = (value: string): Side => ({ value, of: 'text' })
  const asNumber = (value: number): Side => ({ value, of: 'number' })
  const asFlag = (value: boolean): Side => ({ value, of: 'flag' })
  switch (name) {
    case 'tolower':
      return asText(text.toLowerCase())
    case 'toupper':
      return asText(text.toUpperCase())
    case 'trim':
      return asText(text.trim())
    case 'length':
      return asNumber([...text].length)
    case 'concat':
      return asText(text + other)
    case 'indexof': {
      const at = text.indexOf(other)
      return asNumber(at < 0 ? -1 : [...text.slice(0, at)].length)
    }
    case 'contains':
      return asFlag(text.includes(other))
    case 'startswith':
      return asFlag(text.startsWith(other))
    case 'endswith':
      return asFlag(text.endsWith(other))
    default:
      throw badRequest(`"${name}" takes no text.`)
  }
}

function demandSides(name: string, sides: readonly Side[], wanted: number) {
  if (sides.length === wanted) return
  throw badRequest(`"${name}" takes ${wanted} ${wanted === 1 ? 'value' : 'values'}.`)
}

function taken(side: Side, name: string, as: ValuePart): Side {
  const { column, as: inner = [], type, name: property } = columnOf(name, side)
  return { column, name: property, as: [...inner, as], type: partType(type, as) }
}

/** What kind of value is left once a part was taken; core says whether the column has such a part. */
function partType(type: FeedType, as: ValuePart): FeedType {
  if (as === 'lower' || as === 'upper' || as === 'trimmed') return type
  if (as === 'time') return 'clock'
  return as === 'date' ? 'date' : 'whole'
}

function columnOf(name: string, side: Side) {
  if ('column' in side) return side
  throw notImplemented(`"${name}" of anything but a property`)
}

function textOf(name: string, side: Side): string {
  if ('value' in side && typeof side.value === 'string' && side.of === 'text') return side.value
  if ('value' in side) throw badRequest(`"${name}" takes a text in quotes.`)
  throw notImplemented(`"${name}" with anything but a text`)
}

function asCondition(side: Side): FeedCondition {
  if ('condition' in side) return side.condition
  if ('value' in side) {
    if (typeof side.value !== 'boolean') throw badRequest('A filter must be true or false.')
    return side.value ? { every: [] } : { some: [] }
  }
  if (side.type === 'flag' && !side.as) return { column: side.column, is: true }
  throw badRequest(`"${side.name}" alone is neither true nor false.`)
}

function compare(left: Side, word: string, right: Side): FeedCondition {
  if ('column' in left && 'column' in right) {
    throw notImplemented(
      `Comparing "${left.name}" with "${right.name}"; properties with each other`
    )
  }
  if ('value' in left && 'value' in right) return always(left, word, right)
  if ('condition' in left || 'condition' in right) return compareConditions(left, word, right)
  if ('value' in left) return compare(right, turned[word] ?? word, left)
  const { column, as } = left
  const { value } = right as Extract<Side, { value: unknown }>
  if (word === 'eq') return { column, as, is: checked(left, right) }
  if (word === 'ne') return { not: { column, as, is: checked(left, right) } }
  // Nothing is neither more nor less than anything.
  if (value === null) return { some: [] }
  const edge = { gt: 'above', ge: 'from', lt: 'below', le: 'to' }[word]!
  return { column, as, [edge]: checked(left, right) } as FeedCondition
}

/** Values that are compared with each other, as tools do that build filters from parts: `1 eq 1`. */
function always(
  left: Extract<Side, { value: unknown }>,
  word: string,
  right: Extract<Side, { value: unknown }>
): FeedCondition {
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

function isAmong(left: Side, list: readonly Side[]): FeedCondition {
  if (!('column' in left)) throw notImplemented('"in" of anything but a property')
  if (list.length === 0) throw badRequest('"in" takes at least one value.')
  return { column: left.column, as: left.as, is: list.map((side) => checked(left, side)) }
}

const kinds: Readonly<Record<FeedType, readonly ValueKind[]>> = {
  text: ['text'],
  phone: ['text'],
  whole: ['number'],
  number: ['number'],
  flag: ['flag'],
  moment: ['moment'],
  date: ['date'],
  clock: ['clock'],
}
const written: Readonly<Record<FeedType, string>> = {
  text: "a text in quotes, such as 'support'",
  phone: "a text in quotes, such as '+46701234567'",
  whole: 'a number',
  number: 'a number',
  flag: 'true or false',
  moment: 'a moment with its offset, such as 2026-01-31T08:00:00+01:00',
  date: 'a date such as 2026-01-31',
  clock: 'a time of the day such as 07:30:00',
}

function checked({ name, type }: Extract<Side, { column: string }>, side: Side) {
  if (!('value' in side)) throw notImplemented('Comparing with anything but a value')
  if (side.value !== null && !kinds[type].includes(side.of)) {
    throw badRequest(`"${name}" must be compared with ${written[type]}.`)
  }
  return side.value
}
