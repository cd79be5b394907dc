import type { Json } from '#core/contracts/scalar'
import { columns, isColumn, type ColumnName } from './columns.js'
import { t1, vendor9, type ColumnMap, type Place } from './column_map.js'

type Words = Partial<Record<ColumnName, Map<string, string>>>
interface Draft {
  places: Partial<Record<ColumnName, Place>>
  words: Words
}

/**
 * The column maps in force at a collection point, by format version: those that come with the source,
 * completed by the point's settings.
 *
 * @throws a sentence that an administrator can act on, where the settings cannot be understood.
 */
export function configuredMaps(
  settings: Readonly<Record<string, Json>>
): ReadonlyMap<string, ColumnMap> {
  const drafts = new Map<string, Draft>([t1, vendor9].map((map) => [map.version, copyOf(map)]))
  const draft = (version: string) => {
    if (!drafts.has(version)) drafts.set(version, { places: { version: 0 }, words: {} })
    return drafts.get(version)!
  }
  for (const [name, value] of entriesOf(settings.columns)) {
    const [version, column] = parts(name, 'columns', 2)
    draft(version!).places[columnOf(column!, name)] = placeOf(value, name)
  }
  for (const [name, value] of entriesOf(settings.words)) {
    const [version, column, word] = parts(name, 'words', 3)
    const words = (draft(version!).words[columnOf(column!, name)] ??= new Map<string, string>())
    words.set(word!.toLowerCase(), String(value))
  }
  return new Map(
    [...drafts].map(([version, { places, words }]) => [version, { version, places, words }])
  )
}

const copyOf = ({ places, words }: ColumnMap): Draft => ({
  places: { ...places },
  words: Object.fromEntries(
    Object.entries(words).map(([column, known]) => [column, new Map(known)])
  ) as Words,
})

/** A map comes as `{ "9.callId": 12 }`, or by version as `{ "9": { "callId": 12 } }`. */
function entriesOf(map: Json | undefined, before = ''): [string, Json][] {
  if (typeof map !== 'object' || map === null || Array.isArray(map)) return []
  return Object.entries(map).flatMap(([name, value]): [string, Json][] =>
    typeof value === 'object' && value !== null
      ? entriesOf(value, `${before}${name}.`)
      : [[`${before}${name}`, value]]
  )
}

function parts(name: string, setting: string, wanted: number): string[] {
  const found = name.split('.').map((part) => part.trim())
  if (found.length === wanted && found.every((part) => part !== '')) return found
  const example = wanted === 2 ? '9.callId' : '9.result.ANSWERED'
  throw new Error(
    `The setting "${setting}" has a row named "${name}", which should be named like "${example}".`
  )
}

function columnOf(column: string, name: string): ColumnName {
  if (isColumn(column)) return column
  throw new Error(
    `The setting row "${name}" names the column "${column}", which there is not. The columns are: ${columns.join(', ')}.`
  )
}

function placeOf(value: Json, name: string): Place {
  const text = String(value).trim()
  if (text.startsWith('=')) return { constant: text.slice(1) }
  const place = Number(text)
  if (Number.isInteger(place) && place >= 1) return place - 1
  throw new Error(
    `The setting row "${name}" should say the column's place, counted from 1, or "=" and a value that holds for every line; it says "${text}".`
  )
}
