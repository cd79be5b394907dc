import { readFile } from 'node:fs/promises'
import { posix } from 'node:path'
import { strFromU8, unzipSync } from 'fflate'
import { create } from 'xmlbuilder2'

export type Package = Record<string, string>

/** The parts of a workbook by path, each of which is XML. */
export async function openPackage(path: string): Promise<Package> {
  const parts = Object.entries(unzipSync(await readFile(path)))
  return Object.fromEntries(parts.map(([name, content]) => [name, strFromU8(content)]))
}

/** What a table of a workbook says of itself. */
export async function tableOf(path: string, name: string) {
  const parts = await openPackage(path)
  const table = Object.values(parts).find((xml) => xml.includes(`displayName="${name}"`))!
  const value = (pattern: RegExp) => pattern.exec(table)?.[1]
  return {
    ref: value(/<table [^>]*?ref="([^"]+)"/),
    filter: value(/<autoFilter ref="([^"]+)"/),
    headers: [...table.matchAll(/<tableColumn [^>]*name="([^"]+)"/g)].map(([, header]) => header),
  }
}

const ORDER = [
  'sheetPr',
  'sheetViews',
  'sheetFormatPr',
  'cols',
  'sheetData',
  'autoFilter',
  'pageMargins',
  'pageSetup',
  'headerFooter',
  'rowBreaks',
  'drawing',
  'legacyDrawing',
  'tableParts',
]

/** What a reader of the standard would refuse in a workbook: parts that are nowhere, of no type, or in the wrong order. */
export function problemsOf(parts: Package): string[] {
  const types = parts['[Content_Types].xml']
  const defaults = [...types.matchAll(/Extension="([^"]+)"/g)].map(([, extension]) => extension)
  const named = new Set([...types.matchAll(/PartName="\/([^"]+)"/g)].map(([, path]) => path))
  const untyped = Object.keys(parts).filter(
    (path) =>
      path !== '[Content_Types].xml' &&
      !named.has(path) &&
      (!defaults.includes(path.split('.').pop()!) || /(charts|tables|drawing\d)/.test(path)) &&
      !path.endsWith('.rels') &&
      !path.endsWith('.vml')
  )
  return [
    ...untyped.map((path) => `${path} has no content type`),
    ...[...named].filter((path) => !parts[path]).map((path) => `${path} is typed and missing`),
    ...Object.keys(parts).flatMap((path) => broken(parts, path)),
  ]
}

function broken(parts: Package, path: string): string[] {
  if (path.endsWith('.rels')) {
    const folder = posix.dirname(posix.dirname(path))
    return targets(parts[path])
      .map(({ target }) => posix.join(folder, target))
      .filter((target) => !parts[target])
      .map((target) => `${path} refers to ${target}, which is missing`)
  }
  const root = create(parts[path]).root()
  const known = targets(
    parts[posix.join(posix.dirname(path), '_rels', `${posix.basename(path)}.rels`)] ?? ''
  )
  const unknown = [...parts[path].matchAll(/ r:id="([^"]+)"/g)]
    .filter(([, id]) => !known.some((one) => one.id === id))
    .map(([, id]) => `${path} uses ${id}, which is no relationship`)
  const twice =
    known.length === new Set(known.map(({ id }) => id)).size ? [] : [`${path}: an id twice`]
  if (!path.startsWith('xl/worksheets/')) return [...unknown, ...twice]
  const order = root.map((node) => ORDER.indexOf(node.node.nodeName))
  const sorted = order.every(
    (place, index) => place >= 0 && (index === 0 || place > order[index - 1])
  )
  return [...unknown, ...twice, ...(sorted ? [] : [`${path} has its elements in the wrong order`])]
}

const targets = (xml: string) =>
  [...xml.matchAll(/<Relationship [^>]*>/g)].map(([tag]) => ({
    id: /Id="([^"]+)"/.exec(tag)![1],
    target: /Target="([^"]+)"/.exec(tag)![1].replace(/^\//, ''),
  }))
