import { test } from '@japa/runner'
import { formatDuration, formatValue, NOTHING } from '../../../frontend/reports/format_value.js'

test.group('What is no number', () => {
  test('is told as nothing, never as NaN', ({ assert }) => {
    const manner = { locale: 'sv-SE', timeFormat: 'hms' } as const
    for (const value of [Number.NaN, Number.POSITIVE_INFINITY, null]) {
      for (const unit of ['seconds', 'count', 'percent', 'number'] as const) {
        assert.equal(formatValue(value, unit, manner), NOTHING)
      }
    }
    assert.equal(formatDuration(Number.NaN), NOTHING)
  })
})
