import { linesBefore } from '#core/collection/files/count_lines'
import { keptPath } from '#core/collection/files/kept_file'
import type CollectedFile from '#core/collection/models/collected_file'
import type { Rejected } from '#core/contracts/collector'

/** Numbers broken lines from the beginning of their file: a collector counts from where it was asked to go on. */
export async function numberLines(
  file: CollectedFile,
  from: number,
  rejected: Rejected[]
): Promise<Rejected[]> {
  if (from === 0 || !rejected.some(({ number }) => number !== undefined)) return rejected
  const before = await linesOf(file, from)
  return rejected.map((line) => ({
    ...line,
    ...(line.number !== undefined && { number: line.number + before }),
  }))
}

/** The last answer: a file with many broken lines asks the same for each batch. */
let counted = { key: '', lines: 0 }

async function linesOf(file: CollectedFile, from: number) {
  const key = `${file.id}:${from}`
  if (counted.key !== key) counted = { key, lines: await linesBefore(keptPath(file), from) }
  return counted.lines
}
