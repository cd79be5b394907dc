import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs'
import { dirname, join, relative } from 'node:path'
import typescript from 'typescript'

/** An import of one file by another: paths from the root; `lazy` where it is made while running. */
export interface Import {
  from: string
  to: string
  lazy: boolean
}

/** Nodes and what each leads to. */
export type Graph = ReadonlyMap<string, ReadonlySet<string>>

const ALIASES = /^#(core|plugins|providers|start|config|database|tests)\//

/** The imports between our own files under some folders. Imports of types count: they tie files too. */
export function importsBetween(root: string, folders: readonly string[]): Import[] {
  return folders.flatMap((folder) =>
    readdirSync(join(root, folder), { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile() && /\.(ts|vue)$/.test(entry.name))
      .map((entry) => relative(root, join(entry.parentPath, entry.name)))
      .sort()
      .flatMap((path) => importsOf(root, path))
  )
}

/** The imports as a graph; what `nameOf` calls alike is one node, and no node leads to itself. */
export function graphOf(
  imports: readonly Import[],
  nameOf: (path: string) => string | undefined = (path) => path
): Graph {
  const graph = new Map<string, Set<string>>()
  for (const { from, to } of imports) {
    const [start, end] = [nameOf(from), nameOf(to)]
    if (start === undefined || end === undefined) continue
    const ends = graph.get(start) ?? new Set()
    graph.set(start, ends)
    if (!graph.has(end)) graph.set(end, new Set())
    if (start !== end) ends.add(end)
  }
  return graph
}

/**
 * The circles of a graph: its strongly connected components of more than one node, greatest first.
 * Source: R. Tarjan, "Depth-first search and linear graph algorithms", 1972.
 */
export function circlesOf(graph: Graph): string[][] {
  const order = new Map<string, number>()
  const lowest = new Map<string, number>()
  const open: string[] = []
  const circles: string[][] = []

  const visit = (node: string): void => {
    order.set(node, order.size)
    lowest.set(node, order.get(node)!)
    open.push(node)
    for (const next of graph.get(node) ?? []) {
      if (!order.has(next)) visit(next)
      if (open.includes(next)) lowest.set(node, Math.min(lowest.get(node)!, lowest.get(next)!))
    }
    if (lowest.get(node) !== order.get(node)) return
    const circle = open.splice(open.indexOf(node))
    if (circle.length > 1) circles.push(circle.sort())
  }
  for (const node of graph.keys()) if (!order.has(node)) visit(node)
  return circles.sort((a, b) => b.length - a.length)
}

/** The module of core that a file is part of, such as `reports`; undefined elsewhere. */
export const moduleOf = (path: string): string | undefined => /^core\/(\w+)\//.exec(path)?.[1]

function importsOf(root: string, path: string): Import[] {
  const text = readFileSync(join(root, path), 'utf8')
  const code = path.endsWith('.vue') ? scriptOf(text) : text
  const lazy = new Set(
    [...code.matchAll(/\bimport\(\s*(?:\/\*.*?\*\/\s*)?['"`]([^'"`]+)['"`]/g)].map(
      ([, specifier]) => specifier
    )
  )
  return typescript.preProcessFile(code, true, true).importedFiles.flatMap(({ fileName }) => {
    const to = fileOf(root, path, fileName)
    return to ? [{ from: path, to, lazy: lazy.has(fileName) }] : []
  })
}

/** The file of ours that a specifier leads to; undefined for packages. */
function fileOf(root: string, path: string, specifier: string): string | undefined {
  const place = specifier.startsWith('.')
    ? join(dirname(path), specifier)
    : ALIASES.test(specifier)
      ? specifier.slice(1)
      : undefined
  if (place === undefined) return undefined
  const bare = place.replace(/\.js$/, '')
  return [place, `${bare}.ts`, `${bare}.vue`, join(bare, 'index.ts')].find((found) => {
    const file = join(root, found)
    return existsSync(file) && statSync(file).isFile()
  })
}

const scriptOf = (component: string) =>
  [...component.matchAll(/<script[^>]*>([\s\S]*?)<\/script>/g)].map(([, code]) => code).join('\n')
