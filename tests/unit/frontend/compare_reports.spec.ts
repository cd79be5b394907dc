import { test } from '@japa/runner'
import type {
  Interval,
  ReportDocument,
  ReportRequest,
  ReportRow,
} from '../../../frontend/api/report.js'
import { compareReports, type ComparisonWords } from '../../../frontend/reports/compare_reports.js'

const words: ComparisonWords = {
  a: 'A',
  b: 'B',
  difference: 'A − B',
  points: 'points',
  change: 'change',
  onlyA: 'only in A',
  onlyB: 'only in B',
  describe: (what, column) => `${what} of ${column}`,
}

const column = (key: string, unit: 'count' | 'percent' | 'seconds') => ({
  key,
  label: key,
  description: '',
  unit,
  consistsOf: [],
})
const columns = [column('incoming', 'count'), column('answeredShare', 'percent')]

function reported(
  interval: Interval,
  days: { from: string; to: string; weekdays?: number[]; dates?: string[] },
  rows: Partial<ReportRow>[],
  total: Record<string, number | null> = { incoming: 0, answeredShare: null }
) {
  return {
    request: {
      interval,
      period: { fromTime: '00:00', toTime: '24:00', weekdays: [1, 2, 3, 4, 5, 6, 7], ...days },
    } as unknown as ReportRequest,
    answer: {
      columns,
      total,
      charts: [],
      rows: rows.map((row) => ({ intervalLabel: row.interval, ...row })),
    } as unknown as ReportDocument,
  }
}

const told = ({ document }: ReturnType<typeof compareReports>) =>
  document.rows.map((row) => [row.intervalLabel, row.incoming__a, row.incoming__b])

test.group('Two reports beside each other', () => {
  test('the nth day is beside the nth day, and what only one has says so', ({ assert }) => {
    const compared = compareReports(
      reported('date', { from: '2026-03-01', to: '2026-03-03' }, [
        { interval: '2026-03-01', incoming: 5 },
        { interval: '2026-03-03', incoming: 7 },
      ]),
      reported('date', { from: '2026-01-30', to: '2026-02-02' }, [
        { interval: '2026-01-30', incoming: 4 },
        { interval: '2026-01-31', incoming: 1 },
        { interval: '2026-02-02', incoming: 9 },
      ]),
      false,
      words
    )
    assert.deepEqual(told(compared), [
      ['2026-03-01 ↔ 2026-01-30', 5, 4],
      ['2026-01-31 (only in B)', null, 1],
      ['2026-03-03 (only in A)', 7, null],
      ['2026-02-02 (only in B)', null, 9],
    ])
  })

  test('days that do not count are passed over: the first Monday is beside the first Monday', ({
    assert,
  }) => {
    const mondays = { weekdays: [1] }
    const compared = compareReports(
      reported('date', { from: '2026-03-01', to: '2026-03-31', ...mondays }, [
        { interval: '2026-03-02', incoming: 1 },
        { interval: '2026-03-09', incoming: 2 },
      ]),
      reported('date', { from: '2026-02-04', to: '2026-02-28', ...mondays }, [
        { interval: '2026-02-09', incoming: 3 },
        { interval: '2026-02-16', incoming: 4 },
      ]),
      false,
      words
    )
    assert.deepEqual(told(compared), [
      ['2026-03-02 ↔ 2026-02-09', 1, 3],
      ['2026-03-09 ↔ 2026-02-16', 2, 4],
    ])
  })

  for (const [interval, from, to, key, from2, to2, key2] of [
    ['week', '2025-12-29', '2026-01-11', '2026-W02', '2026-01-12', '2026-01-25', '2026-W04'],
    ['yearMonth', '2026-01-01', '2026-03-31', '2026-03', '2025-10-01', '2025-12-31', '2025-12'],
    ['quarter', '2026-01-01', '2026-06-30', '2026-Q2', '2025-07-01', '2025-12-31', '2025-Q4'],
    ['year', '2025-01-01', '2026-12-31', '2026', '2023-01-01', '2024-12-31', '2024'],
    ['weekday', '2026-01-01', '2026-01-31', '3', '2026-02-01', '2026-02-28', '3'],
    ['timeOfDay', '2026-01-01', '2026-01-31', '08:30', '2026-02-01', '2026-02-28', '08:30'],
    [
      'period',
      '2026-01-01',
      '2026-01-02',
      '2026-01-01/2026-01-02',
      '2025-01-01',
      '2025-01-02',
      '2025-01-01/2025-01-02',
    ],
  ] as const) {
    test(`by ${interval}, ${key} is beside ${key2}`, ({ assert }) => {
      const compared = compareReports(
        reported(interval, { from, to }, [{ interval: key, incoming: 6 }]),
        reported(interval, { from: from2, to: to2 }, [{ interval: key2, incoming: 4 }]),
        false,
        words
      )
      assert.deepEqual(told(compared), [[key === key2 ? key : `${key} ↔ ${key2}`, 6, 4]])
    })
  }

  test('the difference is absolute and in percent of B; of percentages it is points', ({
    assert,
  }) => {
    const { document, bands } = compareReports(
      reported('period', { from: '2026-01-01', to: '2026-01-31' }, [], {
        incoming: 90,
        answeredShare: 80,
      }),
      reported('period', { from: '2025-01-01', to: '2025-01-31' }, [], {
        incoming: 120,
        answeredShare: 95.5,
      }),
      false,
      words
    )
    assert.deepEqual(document.total, {
      incoming__a: 90,
      incoming__b: 120,
      incoming__difference: -30,
      incoming__change: -25,
      answeredShare__a: 80,
      answeredShare__b: 95.5,
      answeredShare__difference: -15.5,
    })
    assert.deepEqual(bands, [
      { key: 'incoming', label: 'incoming', span: 4 },
      { key: 'answeredShare', label: 'answeredShare', span: 3 },
    ])
  })

  test('nothing is no number, and nought has no percent', ({ assert }) => {
    const day = { from: '2026-01-01', to: '2026-01-01' }
    const { document } = compareReports(
      reported('period', day, [], { incoming: 3, answeredShare: null }),
      reported('period', day, [], { incoming: 0, answeredShare: 50 }),
      false,
      words
    )
    assert.containsSubset(document.total, {
      incoming__difference: 3,
      incoming__change: null,
      answeredShare__difference: null,
    })
  })

  test('objects and groups are beside themselves, and two different objects beside each other', ({
    assert,
  }) => {
    const day = { from: '2026-01-01', to: '2026-01-01' }
    const row = (object: string, incoming: number) => ({
      interval: '08:00',
      object,
      objectName: object,
      incoming,
    })
    const a = reported('timeOfDay', day, [row('natt', 1), row('sälj', 2)])
    const b = reported('timeOfDay', day, [row('sälj', 3)])
    const beside = compareReports(a, b, false, words).document.rows
    assert.deepEqual(
      beside.map(({ objectName, incoming__a, incoming__b }) => [
        objectName,
        incoming__a,
        incoming__b,
      ]),
      [
        ['natt', 1, null],
        ['sälj', 2, 3],
      ]
    )
    const one = reported('timeOfDay', day, [{ interval: '08:00', incoming: 1 }])
    const other = reported('timeOfDay', day, [{ interval: '08:00', incoming: 2 }])
    assert.deepEqual(told(compareReports(one, other, true, words)), [['08:00', 1, 2]])
  })
})
