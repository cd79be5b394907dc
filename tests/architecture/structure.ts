// npm run structure: how the code hangs together, so that a change of the structure can be compared.
import { readdirSync } from 'node:fs'
import { circlesOf, graphOf, importsBetween, moduleOf } from '#tests/architecture/import_graph'

const root = process.cwd()
const backend = importsBetween(root, ['core'])
const page = importsBetween(root, ['frontend'])

const print = (name: string, value: string | number) =>
  process.stdout.write(`${name.padEnd(52)} ${String(value)}\n`)
const filesIn = (circles: readonly (readonly string[])[]) => circles.flat().length

const modules = graphOf(backend, moduleOf)
const pairs = [...modules].flatMap(([from, to]) =>
  [...to].filter((other) => from < other && modules.get(other)?.has(from))
)
const circles = circlesOf(modules)
print(
  'Modules of core',
  readdirSync('core', { withFileTypes: true }).filter((e) => e.isDirectory()).length
)
print('  in a circle of modules', filesIn(circles))
print('  pairs that import each other', pairs.length)
for (const circle of circles) process.stdout.write(`    ${circle.join(' ')}\n`)

for (const [name, imports] of [
  ['core', backend],
  ['the page', page],
] as const) {
  const now = imports.filter(({ lazy }) => !lazy)
  const fixed = circlesOf(graphOf(now))
  const all = circlesOf(graphOf(imports))
  print(`Files of ${name}`, new Set(imports.map(({ from }) => from)).size)
  print('  in a circle by imports at load', filesIn(fixed))
  print('  in a circle, lazy imports counted', filesIn(all))
  for (const circle of all)
    process.stdout.write(`    ${circle.slice(0, 8).join(' ')}${circle.length > 8 ? ' …' : ''}\n`)
}
