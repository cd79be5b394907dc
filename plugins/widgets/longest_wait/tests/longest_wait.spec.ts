import { test } from '@japa/runner'
import type { ShowTools } from '#core/contracts/board_content'
import type { Answer } from '#core/contracts/question'
import type { Row } from '#core/contracts/scalar'
import show from '../frontend/board.js'

const tools = { word: (key: string) => key } as ShowTools
const answer = (total: Row, rows: Row[] = []): Answer => ({
  asOf: '2026-11-30T09:00:00Z',
  goodFor: 15,
  from: 'pushed',
  columns: [
    { key: 'longestWaitSince', unit: 'since' },
    { key: 'waiting', unit: 'count' },
  ],
  rows,
  total,
})
const mainOf = (one: Answer) => {
  const content = show({ kind: 'longest_wait' }, [one], tools)
  return content.kind === 'number' ? content.main : undefined
}

test.group('Longest wait', () => {
  test('says since when and in which queue', ({ assert }) => {
    const since = '2026-11-30T08:58:30Z'
    const rows = [
      { object: 'support', objectName: 'Support', longestWaitSince: since, waiting: 2 },
      { object: 'sales', objectName: 'Sales', longestWaitSince: null, waiting: 0 },
    ]
    const main = mainOf(answer({ longestWaitSince: since, waiting: 2 }, rows))
    assert.deepEqual(main, { value: since, unit: 'since', small: 'Support' })
  })

  test('says that nobody waits only where that is known', ({ assert }) => {
    const none = { longestWaitSince: null, waiting: 0 }
    assert.deepEqual(mainOf(answer(none)), { value: null, unit: 'since', small: 'nobody' })
    const unknown = { longestWaitSince: null, waiting: null }
    assert.deepEqual(mainOf(answer(unknown)), { value: null, unit: 'since' })
  })
})
