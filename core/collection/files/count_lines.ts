import { createReadStream } from 'node:fs'

const NEWLINE = 0x0a

/** How many lines end among these bytes. */
export function linesIn(bytes: Buffer): number {
  let lines = 0
  for (let at = bytes.indexOf(NEWLINE); at !== -1; at = bytes.indexOf(NEWLINE, at + 1)) lines++
  return lines
}

/** How many lines end before byte `to` of a file. */
export async function linesBefore(path: string, to: number): Promise<number> {
  if (to === 0) return 0
  let lines = 0
  for await (const chunk of createReadStream(path, { end: to - 1 }))
    lines += linesIn(chunk as Buffer)
  return lines
}
