import { test } from '@japa/runner'
import type { LocationQuery } from 'vue-router'
import {
  BESIDE,
  figureIn,
  figurePart,
  figureText,
  rowAddress,
  withoutFigure,
  type ShownFigure,
} from '../../../frontend/specification/figure_address.js'

const figures: ShownFigure[] = [
  { figure: { column: 'answered' }, compared: false },
  { figure: { column: 'answeredShare', side: 'whole' }, compared: true },
  {
    figure: {
      column: 'answeredWithin_20',
      row: { interval: '09:00', group: null, object: 'pbx:kö & natt', part: null },
    },
    compared: false,
  },
]

test.group('The address of the calls behind a figure', () => {
  test('it holds the figure, and the rest of the address is as it was', ({ assert }) => {
    const report = { report: 'asterisk.queue', objects: 'all', row: '3' }
    for (const shown of figures) {
      const query = { ...report, ...figurePart(shown) } as LocationQuery
      assert.deepEqual(figureIn(query), shown)
      assert.deepEqual(withoutFigure(query), report)
      const typed = Object.fromEntries(new URLSearchParams(figureText(shown)))
      assert.deepEqual(figureIn(typed), shown)
    }
    assert.isNull(figureIn(report))
  })

  test('a row is named by its own keys, and one that stands beside another by those of that', ({
    assert,
  }) => {
    const row = {
      ...{ interval: '2026-01-05', intervalLabel: '2026-01-05', object: 'support', answered: 4 },
      ...{ [`interval${BESIDE}`]: '2026-01-04', [`object${BESIDE}`]: 'support' },
    }
    assert.deepEqual(rowAddress(row), { interval: '2026-01-05', object: 'support' })
    assert.deepEqual(rowAddress(row, BESIDE), { interval: '2026-01-04', object: 'support' })
  })
})
