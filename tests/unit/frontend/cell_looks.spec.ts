import { test } from '@japa/runner'
import { barStyle, targetLooks, thresholdsOf } from '../../../frontend/reports/cell_looks.js'

const percent = { unit: 'percent' } as const

test.group('A cell of a table', () => {
  test('says whether its figure reaches the target of its column, whichever way is good', ({
    assert,
  }) => {
    const thresholds = thresholdsOf([
      { key: 'answeredShare', target: 80, good: 'up' },
      { key: 'meanWait', target: 30, good: 'down' },
      { key: 'untold', good: 'up' },
    ])
    const looks = (key: string, value: number | null) => targetLooks(value, thresholds.get(key))
    assert.equal(looks('answeredShare', 80), 'target-met')
    assert.equal(looks('answeredShare', 79.9), 'target-missed')
    assert.equal(looks('meanWait', 30), 'target-met')
    assert.equal(looks('meanWait', 31), 'target-missed')
    assert.isUndefined(looks('answeredShare', null), 'nothing was measured')
    assert.isUndefined(looks('untold', 1), 'no target is set')
  })

  test('has a bar as long as its percent is, and never beyond its cell', ({ assert }) => {
    assert.deepEqual(barStyle(42.5, percent), { '--share': '42.5%' })
    assert.deepEqual(barStyle(130, percent), { '--share': '100%' })
    assert.isUndefined(barStyle(null, percent))
    assert.isUndefined(barStyle(42.5, { unit: 'count' }))
  })
})
