import { test } from '@japa/runner'
import { expectedShare, expectedSum } from '../frontend/forecast.js'

test.group('Forecast of the day', () => {
  test('is what has come and what usually comes in the rest of the day', ({ assert }) => {
    const calls = { now: 60, soFar: 50, whole: 120 }
    assert.deepEqual(expectedSum(calls), { rest: 70, end: 130 })
    assert.deepEqual(expectedSum({ now: null, soFar: 0, whole: 120 }), { rest: 120, end: 120 })
    assert.deepEqual(expectedSum({ now: 9, soFar: 12, whole: 10 }), { rest: 0, end: 9 })
    assert.isNull(expectedSum({ now: 9, soFar: null, whole: null }))
  })

  test('weighs a share by what it is of, and knows none where nothing is usual', ({ assert }) => {
    const calls = { now: 30, soFar: 50, whole: 120 }
    const level = { now: 50, soFar: 80, whole: 90 }
    assert.equal(expectedShare(level, calls), (50 * 30 + 90 * 70) / 100)
    assert.equal(expectedShare({ ...level, now: null }, { ...calls, now: 0 }), 90)
    assert.isNull(expectedShare({ ...level, whole: null }, calls))
    assert.isNull(expectedShare(level, { now: 0, soFar: 0, whole: 0 }))
  })
})
