import { badRequest, notImplemented } from './problem.js'

/** A word of a filter, and where it stands. */
export type Token = { at: number } & (
  | { kind: 'name'; text: string }
  | { kind: 'value'; value: string | number | boolean | null; of: ValueKind }
  | { kind: 'sign'; text: '(' | ')' | ',' }
)
export type ValueKind = 'null' | 'flag' | 'text' | 'number' | 'date' | 'moment' | 'clock'

type Rule = readonly [pattern: RegExp, make: (text: string) => Omit<Token, 'at'> | undefined]

const value = (of: ValueKind, it: string | number | boolean | null) =>
  ({ kind: 'value', value: it, of }) as const

/** Tried in this order at each place: what is longer comes before what it begins with. */
const rules: readonly Rule[] = [
  [/\s+/y, () => undefined],
  [/duration'[^']*'/y, () => refuse('A duration')],
  [/(binary|geography|geometry)'[^']*'/y, () => refuse('A value of this kind')],
  [/'(?:[^']|'')*'/y, (text) => value('text', text.slice(1, -1).replaceAll("''", "'"))],
  [
    /[0-9a-fA-F]{8}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{12}/y,
    () => refuse('A GUID'),
  ],
  [
    /\d{4}-\d\d-\d\dT\d\d:\d\d(?::\d\d(?:\.\d{1,12})?)?(?:Z|[+-]\d\d:\d\d)/iy,
    (text) => value('moment', text.toUpperCase()),
  ],
  [/\d{4}-\d\d-\d\d(?![T\d])/y, (text) => value('date', text)],
  [/\d\d:\d\d(?::\d\d(?:\.\d{1,12})?)?/y, (text) => value('clock', text.padEnd(8, ':00'))],
  [/-?INF\b/y, (text) => refuse(`"${text}"`)],
  [/[+-]?\d+(?:\.\d+)?(?:[eE][+-]?\d+)?(?![\w:.])/y, (text) => value('number', Number(text))],
  [
    /[\p{L}_][\p{L}\p{Nd}_]*(?:\.[\p{L}_][\p{L}\p{Nd}_]*)*/uy,
    (text) => {
      if (text === 'null') return value('null', null)
      if (text === 'true' || text === 'false') return value('flag', text === 'true')
      if (text === 'NaN') return refuse('"NaN"')
      return { kind: 'name', text }
    },
  ],
  [/\$(?:it|root|this)\b/y, (text) => refuse(`"${text}"`)],
  [/@[\p{L}_][\p{L}\p{Nd}_]*/uy, (text) => refuse(`The parameter alias "${text}"`)],
  [/-(?=[\p{L}_(])/uy, () => refuse('The operator "-"')],
  [/\//y, () => refuse('A path through a property')],
  [/[(),]/y, (text) => ({ kind: 'sign', text }) as Token],
]

function refuse(what: string): never {
  throw notImplemented(what)
}

/** @throws ODataProblem that says where a filter stops being one */
export function tokens(text: string): Token[] {
  const found: Token[] = []
  for (let at = 0; at < text.length;) {
    const [length, token] = next(text, at)
    if (token) found.push({ ...token, at } as Token)
    at += length
  }
  return found
}

function next(text: string, at: number): [length: number, token: Omit<Token, 'at'> | undefined] {
  for (const [pattern, make] of rules) {
    pattern.lastIndex = at
    const [matched] = pattern.exec(text) ?? []
    if (matched) return [matched.length, make(matched)]
  }
  throw badRequest(`The filter cannot be read at position ${at + 1}, "${text.slice(at, at + 12)}".`)
}
