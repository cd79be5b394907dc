import { factStore } from '#core/facts/store'

/** Whether the fact engine answers a question about nothing. */
export async function engineAnswers(): Promise<boolean> {
  const store = await factStore()
  const { rows } = await store.read({ sql: 'SELECT 1', params: {} })
  return rows.length === 1
}
