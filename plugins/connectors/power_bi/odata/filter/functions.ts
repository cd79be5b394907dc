import type { FeedCondition, FeedType, ValuePart } from '#core/contracts/feed'
import { badRequest, notImplemented } from '../problem.js'
import { ofProperty, type Side } from './side.js'

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

/** Whether there is such a function. */
export const isKnown = (name: string) => Object.hasOwn(parts, name) || ofTwo.includes(name)

/**
 * What a function makes of its sides: a part of a column, a condition, or a value where it is of texts
 * that stand in the filter themselves.
 *
 * @throws ODataProblem where it takes other sides
 */
export function called(name: string, sides: readonly Side[]): Side {
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
