import type { FactResult, FactValue } from '#core/facts/fact_store'
import { nextTurn } from '#core/jobs/yield_to_event_loop'

/** About ten milliseconds of parsing: between two pieces the server answers others. */
const PIECE = 512 * 1024

interface Compact {
  meta: { name: string }[]
  data: FactValue[][]
  totals?: FactValue[]
  rows_before_limit_at_least?: number
}

/** An answer in JSONCompact, where each row has a line of its own. */
export async function parseAnswer(answer: string): Promise<FactResult> {
  const text = inOrder(answer)
  const begin = text.indexOf('\t"data":\n\t[\n')
  const end = text.indexOf('\n\t],', begin)
  if (text.length < PIECE || begin < 0 || end < 0) return result(JSON.parse(text) as Compact)
  const first = begin + '\t"data":\n\t[\n'.length
  const rest = JSON.parse(`${text.slice(0, first)}${text.slice(end)}`) as Compact
  const rows: FactValue[][] = []
  for await (const piece of pieces(text, first, end)) {
    for (const row of parse(piece.replace(/,\s*$/, ''))) rows.push(row)
  }
  return { ...result(rest), rows }
}

/** Of an answer without rows the engine writes the totals first, before the brace that they belong behind. */
function inOrder(answer: string) {
  const begin = answer.startsWith('{') ? 0 : answer.indexOf('{\n\t"meta"')
  if (begin <= 0) return answer
  const empty = '"data":\n\t[\n'
  return answer.slice(begin).replace(empty, () => empty + answer.slice(0, begin))
}

/** Lines of JSONCompactEachRow as rows, in pieces that leave the server room to breathe. */
export async function* parseLines(text: string): AsyncIterable<FactValue[][]> {
  for await (const piece of pieces(text, 0, text.length)) {
    const lines = piece.trimEnd()
    // Line breaks inside a value are escaped, so each one here divides two rows.
    if (lines) yield parse(lines.replaceAll('\n', ','))
  }
}

async function* pieces(text: string, from: number, end: number) {
  for (let start = from; start < end;) {
    const brk = start + PIECE < end ? text.indexOf('\n', start + PIECE) : -1
    const stop = brk < 0 || brk > end ? end : brk + 1
    yield text.slice(start, stop)
    start = stop
    if (start < end) await nextTurn()
  }
}

const parse = (lines: string) => JSON.parse(`[${lines}]`) as FactValue[][]

const result = (answer: Compact): FactResult => {
  const { meta, data, totals, rows_before_limit_at_least: beforeLimit } = answer
  return {
    columns: meta.map(({ name }) => name),
    rows: data,
    ...(totals && { totals }),
    ...(beforeLimit !== undefined && { beforeLimit }),
  }
}
