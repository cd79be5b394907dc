import { test } from '@japa/runner'
import { column, problemsAfter, type Loose } from '#tests/unit/plugins/a_source'

const at = 'Report "platform.queue", column "asked"'

const problemsOf = (unit: string, value: Loose) =>
  problemsAfter(({ columns }) => {
    columns.asked = column('Asked', unit, value)
    columns.lastBegan = column('Last began', 'time', { last: 'began' })
  })

test.group('Plugins | units', () => {
  const wrong: [unit: string, value: Loose, sentence: string][] = [
    ['seconds', { count: 'events' }, 'the unit "seconds" does not fit its value, which is count.'],
    ['count', { mean: 'wait' }, 'the unit "count" does not fit its value, which is seconds.'],
    ['count', { mean: 'attempts' }, 'the unit "count" does not fit its value, which is number.'],
    ['count', { sum: 'cost' }, 'the unit "count" does not fit its value, which is number.'],
    ['text', { first: 'began' }, 'the unit "text" does not fit its value, which is time.'],
    [
      'number',
      { percent: ['answered', 'incoming'] },
      'the unit "number" does not fit its value, which is percent.',
    ],
    [
      'seconds',
      { plus: ['answered', 'abandoned'] },
      'the unit "seconds" does not fit its value, which is count or number.',
    ],
    [
      'count',
      { ratio: ['meanWait', 'incoming'] },
      'the unit "count" does not fit its value, which is seconds or number.',
    ],
    [
      'seconds',
      { plus: ['meanWait', 'incoming'] },
      'it builds on columns of different units: seconds, count.',
    ],
    [
      'number',
      { ratio: ['lastBegan', 'incoming'] },
      'nothing can be worked out from a column whose unit is time.',
    ],
  ]
  for (const [unit, value, sentence] of wrong) {
    test(`${JSON.stringify(value)} is not ${unit}: ${sentence}`, ({ assert }) => {
      assert.deepEqual(problemsOf(unit, value), [`${at}: ${sentence}`])
    })
  }

  const right: [unit: string, value: Loose][] = [
    ['count', { sum: 'attempts' }],
    ['number', { sum: 'cost' }],
    ['text', { last: 'outcome' }],
    ['time', { first: 'began' }],
    ['seconds', { length: 'row' }],
    ['seconds', { ratio: ['meanWait', 'incoming'] }],
    ['number', { ratio: ['incoming', 'meanWait'], times: 3600 }],
  ]
  for (const [unit, value] of right) {
    test(`${JSON.stringify(value)} is ${unit}`, ({ assert }) => {
      assert.deepEqual(problemsOf(unit, value), [])
    })
  }
})
