import type { FeedCondition } from '#core/contracts/feed'
import { propertyOf, type EntitySet } from '../entity_set.js'
import { badRequest, notImplemented } from '../problem.js'
import { tokens, type Token } from '../tokens.js'
import { asCondition, compare, isAmong } from './compare.js'
import { called, isKnown } from './functions.js'
import { ofProperty, type Side } from './side.js'

const comparisons = ['eq', 'ne', 'gt', 'ge', 'lt', 'le', 'in', 'has'] as const
const arithmetic = new Set(['add', 'sub', 'mul', 'div', 'divby', 'mod'])
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
