import type { Input } from './collector.js'
import { decodeText } from './decode_text.js'

/** Whole lines of a file or pushed body, as many as came at a time. */
export interface Lines {
  /** Without their line ends. `number` is 1 for the first line of the input's body. */
  lines: { text: string; number: number }[]
  /** Bytes of the whole file that are dealt with once these lines are: the `position` to answer. */
  position: number
}

const LINE_END = 0x0a
/** A longer line is cut off here, so that a file without line ends fills no memory. */
const LONGEST = 1024 * 1024

/**
 * Reads an input of lines in UTF-8 or Windows-1252 the way a collector must: however the bytes come, a letter of
 * several bytes is never torn, and a last line without a line end is left for next time.
 */
export async function* readLines({ body, from }: Input): AsyncGenerator<Lines> {
  const count = { lines: 0, position: from }
  let held: Buffer[] = []
  let size = 0
  let cutOff = 0

  for await (const chunk of body as AsyncIterable<Buffer | string>) {
    const bytes = typeof chunk === 'string' ? Buffer.from(chunk) : chunk
    const end = bytes.lastIndexOf(LINE_END) + 1
    if (end > 0) {
      yield wholeLines(Buffer.concat([...held, bytes.subarray(0, end)]), cutOff, count)
      held = []
      size = cutOff = 0
    }
    const kept = bytes.subarray(end, end + LONGEST - size)
    cutOff += bytes.length - end - kept.length
    size += kept.length
    held.push(kept)
  }
}

function wholeLines(
  bytes: Buffer,
  cutOff: number,
  count: { lines: number; position: number }
): Lines {
  const texts = decodeText(bytes.subarray(0, -1)).split('\n')
  const first = count.lines + 1
  count.lines += texts.length
  count.position += bytes.length + cutOff
  return {
    lines: texts.map((text, index) => ({
      text: text.endsWith('\r') ? text.slice(0, -1) : text,
      number: first + index,
    })),
    position: count.position,
  }
}
