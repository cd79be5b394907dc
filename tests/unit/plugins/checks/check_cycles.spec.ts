import { test } from '@japa/runner'
import { column, problemsAfter } from '#tests/unit/plugins/a_source'

test.group('Plugins | columns built on columns', () => {
  test('a column cannot be worked out from itself by way of others', ({ assert }) => {
    const problems = problemsAfter(({ columns }) => {
      columns.first = column('First', 'count', { plus: ['second', 'incoming'] })
      columns.second = column('Second', 'count', { minus: ['third', 'answered'] })
      columns.third = column('Third', 'count', { plus: ['first'] })
    })
    assert.deepEqual(problems, [
      'Report "platform.queue", column "first": it is worked out from itself: first → second → third → first.',
    ])
  })

  test('a column cannot build on itself', ({ assert }) => {
    const problems = problemsAfter(({ columns }) => {
      columns.first = column('First', 'count', { plus: ['first', 'incoming'] })
    })
    assert.deepEqual(problems, ['Report "platform.queue", column "first": it builds on itself.'])
  })

  test('two columns may build on the same one', ({ assert }) => {
    const problems = problemsAfter(({ columns }) => {
      columns.first = column('First', 'count', { plus: ['answered', 'second'] })
      columns.second = column('Second', 'count', { plus: ['answered', 'abandoned'] })
    })
    assert.deepEqual(problems, [])
  })
})
