import type { Input } from '#core/contracts/collector'
import { readLines, type Lines } from '#core/contracts/read_lines'

const enough = 5000

/** The lines of an input, some thousands at a time: memory is handed over with each batch, so batches are worth their size. */
export async function* lineBlocks(input: Input): AsyncGenerator<Lines> {
  let block: Lines | null = null
  for await (const { lines, position } of readLines(input)) {
    block = { lines: block ? [...block.lines, ...lines] : lines, position }
    if (block.lines.length < enough) continue
    yield block
    block = null
  }
  if (block) yield block
}
