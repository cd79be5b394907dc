import type { Readable } from 'node:stream'
import { decodeText } from '#core/contracts/decode_text'

/** Whole lines in a row. `bytes` is what they took in the input, their line ends included. */
export interface LineBlock {
  lines: string[]
  bytes: number
  /** How many line ends there were among them. */
  ends: number
}

const blockBytes = 256 * 1024
const newline = 0x0a

/**
 * The lines of a body, some thousands at a time. What follows the last line end may be half a line
 * and is left. A line of more than a megabyte comes as several unusable pieces, each of which the caller
 * rejects, so that no input can fill the memory.
 */
export async function* lineBlocks(body: Readable): AsyncGenerator<LineBlock> {
  let rest: Buffer = Buffer.alloc(0)
  for await (const piece of body as AsyncIterable<Buffer | string>) {
    const chunk = typeof piece === 'string' ? Buffer.from(piece) : piece
    for (let from = 0; from < chunk.length; from += blockBytes) {
      const part = chunk.subarray(from, from + blockBytes)
      const held: Buffer = rest.length > 0 ? Buffer.concat([rest, part]) : part
      const end = held.lastIndexOf(newline) + 1
      if (end > 0) yield whole(held.subarray(0, end))
      rest = end > 0 ? held.subarray(end) : held
      if (rest.length > 4 * blockBytes) {
        yield { lines: [rest.toString('utf8')], bytes: rest.length, ends: 0 }
        rest = Buffer.alloc(0)
      }
    }
  }
}

function whole(bytes: Buffer): LineBlock {
  const lines = decodeText(bytes.subarray(0, -1)).split('\n')
  return { lines: lines.map(line), bytes: bytes.length, ends: lines.length }
}

const line = (text: string) => (text.endsWith('\r') ? text.slice(0, -1) : text)
