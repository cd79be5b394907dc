import { isUtf8 } from 'node:buffer'

const LINE_END = 0x0a
const western = new TextDecoder('windows-1252')

/**
 * The text of whole lines: UTF-8, and where a line is not that, Windows-1252 (of which Latin-1 is a part), so
 * that no letter is lost. Told line by line, as logs hold what several programs wrote.
 */
export function decodeText(bytes: Buffer): string {
  if (isUtf8(bytes)) return bytes.toString('utf8')
  const lines: string[] = []
  for (let from = 0; from <= bytes.length;) {
    const found = bytes.indexOf(LINE_END, from)
    const end = found < 0 ? bytes.length : found
    const line = bytes.subarray(from, end)
    lines.push(isUtf8(line) ? line.toString('utf8') : western.decode(line))
    from = end + 1
  }
  return lines.join('\n')
}
