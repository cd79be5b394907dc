export type LogFormat = 'queueLog' | 'cdr'

const queueLogLine = /^\uFEFF?\d[\d.\-+: TZ]*\|[^|]*\|[^|]*\|[^|]*\|/
const fewestCommas = 14

/** What a line is of, by its shape; undefined where it is neither. */
export function logFormat(line: string): LogFormat | undefined {
  if (queueLogLine.test(line)) return 'queueLog'
  return line.split(',', fewestCommas + 1).length > fewestCommas ? 'cdr' : undefined
}
