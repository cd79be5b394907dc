import app from '@adonisjs/core/services/app'
import { test } from '@japa/runner'
import { circlesOf, graphOf, importsBetween } from '#tests/architecture/import_graph'

test.group('Architecture | circles', () => {
  test('no files of the page import each other in a circle, not even lazily', ({ assert }) => {
    const imports = importsBetween(app.makePath(), ['frontend'])
    assert.isAbove(imports.length, 500)
    assert.deepEqual(circlesOf(graphOf(imports)), [])
  })

  test('a circle is found, by whatever way it closes', ({ assert }) => {
    const way = (from: string, to: string, lazy = false) => ({ from, to, lazy })
    const imports = [way('a', 'b'), way('b', 'c', true), way('c', 'a'), way('c', 'd')]
    assert.deepEqual(circlesOf(graphOf(imports)), [['a', 'b', 'c']])
    assert.deepEqual(circlesOf(graphOf(imports.slice(1))), [])
  })
})
