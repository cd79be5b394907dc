import { test } from '@japa/runner'
import type { ShowTools } from '#core/contracts/board_content'
import type { Answer } from '#core/contracts/question'
import show from '../frontend/board.js'

test.group('The day in words', () => {
  test('says a share of a repeated column with its unit', ({ assert }) => {
    const answer: Answer = {
      asOf: '',
      goodFor: null,
      from: 'facts',
      columns: [
        {
          key: 'serviceLevel_20',
          unit: 'percent',
          repeated: { column: 'serviceLevel', value: '20' },
        },
      ],
      rows: [],
      total: { serviceLevel_20: 67.2 },
    }
    const tools = {
      word: (key, values) => `${key}: ${values?.value}`,
      format: (value, unit) => (unit === 'percent' ? `${value} %` : String(value)),
      column: ({ columns }, key) => ({
        key,
        label: key,
        description: '',
        unit: columns.find((column) => column.key === key)?.unit ?? 'count',
      }),
    } as ShowTools
    const widget = { kind: 'day_in_words', data: { columns: ['serviceLevel'] } }
    assert.deepInclude(show(widget, [answer], tools), { text: 'figure: 67.2 %' })
  })
})
