import { readdirSync } from 'node:fs'
import app from '@adonisjs/core/services/app'
import { test } from '@japa/runner'
import { circlesOf, graphOf, importsBetween, moduleOf } from '#tests/architecture/import_graph'

/** The modules of core by floor, ground first. A module imports from the floors below its own only. */
const floors = [
  ['contracts'],
  ['http', 'outbox', 'versions'],
  ['commands', 'permissions', 'pictures', 'plugins'],
  ['audit', 'opened_reports'],
  ['customers', 'jobs', 'measurement_objects'],
  ['audit_log', 'facts', 'messages'],
  ['reports', 'users'],
  ['people'],
  ['saved_reports'],
  ['delivery', 'feeds'],
  ['exports', 'notifications'],
  ['collection'],
  ['live'],
  ['acts', 'questions'],
  ['errands', 'modules'],
  ['api', 'demo', 'operations'],
]

const floorOf = (module: string) => floors.findIndex((floor) => floor.includes(module))

test.group('Architecture | floors', () => {
  test('each module of core has its floor', ({ assert }) => {
    const modules = readdirSync(app.makePath('core'), { withFileTypes: true })
      .filter((entry) => entry.isDirectory() && entry.name !== 'locales')
      .map(({ name }) => name)
    assert.sameMembers(modules, floors.flat())
  })

  test('a module imports from the floors below it only', ({ assert }) => {
    const wrong = importsBetween(app.makePath(), ['core'])
      .map(({ from, to }) => ({ from, to, of: moduleOf(from), other: moduleOf(to) }))
      .filter(({ of, other }) => of && other && of !== other && floorOf(other) >= floorOf(of))
      .map(({ from, to }) => `${from} imports ${to}`)
    assert.deepEqual(wrong, [])
  })

  test('no files of core import each other in a circle', ({ assert }) => {
    const imports = importsBetween(app.makePath(), ['core'])
    assert.isAbove(imports.length, 2000)
    assert.deepEqual(circlesOf(graphOf(imports)), [])
  })
})
