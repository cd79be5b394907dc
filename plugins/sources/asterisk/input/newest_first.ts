import { parseLine } from '../queue_log/parse_line.js'

/** What is held until the input ends, so that no input can fill the memory. */
export const mostHeld = 64 * 1024 * 1024

/**
 * Whether the lines of a queue_log come newest first, as a table is shown: the time goes back at least
 * once among them and never on.
 */
export function isNewestFirst(lines: readonly string[], zone: string): boolean {
  let before: number | undefined
  let isBack = false
  for (const text of lines.slice(0, looked)) {
    const line = parseLine(text, zone)
    if (typeof line === 'string') continue
    if (before !== undefined && line.at > before) return false
    if (before !== undefined && line.at < before) isBack = true
    before = line.at
  }
  return isBack
}

const looked = 500
