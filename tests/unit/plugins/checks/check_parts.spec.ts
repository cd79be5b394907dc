import { test } from '@japa/runner'
import { problemsAfter } from '#tests/unit/plugins/a_source'

const at = 'Report "platform.queue", column "incoming"'

const problemsOf = (...parts: string[]) =>
  problemsAfter(({ columns }) => (columns.incoming!.consistsOf = [parts]))

test.group('Plugins | parts of a column', () => {
  test('a part is a column', ({ assert }) => {
    assert.deepEqual(problemsOf('answered', 'closed'), [
      `${at}: it consists of "closed", which is no column of platform.queue.`,
    ])
  })

  test('a column is no part of itself', ({ assert }) => {
    assert.deepEqual(problemsOf('incoming'), [`${at}: it cannot be a part of itself.`])
  })

  test('a part is counted once', ({ assert }) => {
    assert.deepEqual(problemsOf('answered', 'answered'), [
      `${at}: "answered" is the same part twice.`,
    ])
  })

  test('a part is measured as the whole is', ({ assert }) => {
    assert.deepEqual(problemsOf('answered', 'meanWait'), [
      `${at}: it is count, and its part "meanWait" is seconds: they do not add up.`,
    ])
  })

  test('what is within several limits is no part', ({ assert }) => {
    assert.deepEqual(problemsOf('within'), [
      `${at}: its part "within" is repeated per limit, and limits overlap.`,
    ])
  })

  test('an empty list of parts is told', ({ assert }) => {
    assert.deepEqual(problemsOf(), [`${at}: a list of "consistsOf" is empty.`])
  })
})
