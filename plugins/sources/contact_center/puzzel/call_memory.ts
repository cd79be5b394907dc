import type { CallRow } from './call_row.js'

/** The rows of a call so far, by their ids. All come within minutes of its end, but not always in one file. */
export interface CallMemory {
  newest: string
  rows: Map<string, CallRow>
}

const MOST = 1000
const DAY = 24 * 60 * 60 * 1000

/** Keeps the memory small: calls of the last day, and no more than a thousand. */
export function forgetCalls(calls: Map<string, CallMemory>): void {
  const all = [...calls]
  const newest = all.reduce((latest, [, call]) => (call.newest > latest ? call.newest : latest), '')
  all.forEach(([id, call], index) => {
    const old = Date.parse(newest) - Date.parse(call.newest) > DAY
    if (old || all.length - index > MOST) calls.delete(id)
  })
}
