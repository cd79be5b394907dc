import { test } from '@japa/runner'
import { axisLabels } from '../../../frontend/visualisations/axis_labels.js'

const rows = (intervals: string[]) =>
  intervals.map((interval) => ({ interval, intervalLabel: interval }))
const shown = (labels: string[]) => labels.filter(Boolean).join(' ')

test.group('What stands under the bars of a graph', () => {
  test('times of day stand at whole hours where there is no room for each', ({ assert }) => {
    const clocks = Array.from({ length: 24 }, (_, index) => {
      const minute = 415 + index * 5
      return `${String(Math.floor(minute / 60)).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}`
    })
    const labels = axisLabels(rows(clocks), 'timeOfDay', 'sv-SE', () => 3)
    assert.lengthOf(labels, 24)
    assert.equal(shown(labels), '07:00 08:00')
    assert.equal(
      shown(axisLabels(rows(clocks.slice(0, 3)), 'timeOfDay', 'sv-SE', () => 9)),
      clocks.slice(0, 3).join(' ')
    )
  })

  test('dates are short, and every few of them where there are many', ({ assert }) => {
    const dates = ['2026-01-05', '2026-01-06', '2026-01-07', '2026-01-08']
    assert.equal(shown(axisLabels(rows(dates), 'date', 'en-GB', () => 2)), '5 Jan 7 Jan')
  })
})
