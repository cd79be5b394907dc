import { Unzip } from 'fflate'
import { PartWriter } from './part_writer.js'
import {
  patchContentTypes,
  patchRelationships,
  patchSheetTail,
  relationshipsPath,
} from './patch_part.js'
import type { WorkbookParts } from './workbook_parts.js'

/** What follows the rows of a sheet is shorter than this. */
const TAIL = 65_536
const ROWS_END = Buffer.from('</sheetData>')

/** A stretch of a part as it comes out of the library's zip. */
interface Piece {
  path: string
  content: Uint8Array
  last: boolean
}

/**
 * Puts the new parts of a workbook into the zip that the library writes, which must be stored and not
 * deflated, as it streams past. Only small parts and the ends of sheets are held: the rows go through.
 */
export async function* addParts(
  source: AsyncIterable<Uint8Array>,
  parts: WorkbookParts
): AsyncGenerator<Uint8Array> {
  const writer = new PartWriter()
  const related = new Set<string>()
  let part: HeldPart | undefined
  for await (const { path, content, last } of pieces(source)) {
    part ??= heldPart(path, parts, writer, related)
    await part.take(content)
    if (last) {
      await part.end()
      part = undefined
    }
    yield* writer.taken()
  }
  for (const [of, list] of parts.relationships) {
    if (related.has(of)) continue
    await writer.add(relationshipsPath(of), patchRelationships(undefined, list))
  }
  for (const [path, xml] of parts.files) await writer.add(path, xml)
  writer.end()
  yield* writer.taken()
}

async function* pieces(source: AsyncIterable<Uint8Array>): AsyncGenerator<Piece> {
  let found: Piece[] = []
  const unzip = new Unzip((file) => {
    file.ondata = (error, content, last) => {
      if (error) throw error
      found.push({ path: file.name, content, last })
    }
    file.start()
  })
  for await (const chunk of source) {
    unzip.push(chunk)
    yield* found
    found = []
  }
  // A file that breaks off within a part is told here.
  unzip.push(new Uint8Array(), true)
  yield* found
}

interface HeldPart {
  take(content: Uint8Array): Promise<void>
  end(): Promise<void>
}

function heldPart(
  path: string,
  parts: WorkbookParts,
  writer: PartWriter,
  related: Set<string>
): HeldPart {
  if (/^xl\/worksheets\/[^/]+$/.test(path)) {
    return sheet(writer, path, (tail) => patchSheetTail(tail, parts.sheet(path)))
  }
  if (path === '[Content_Types].xml') {
    return whole(writer, path, (xml) => patchContentTypes(xml, parts))
  }
  const of = [...parts.relationships.keys()].find((one) => relationshipsPath(one) === path)
  if (of === undefined) return whole(writer, path, (xml) => xml)
  related.add(of)
  return whole(writer, path, (xml) => patchRelationships(xml, parts.relationships.get(of)!))
}

function whole(writer: PartWriter, path: string, patch: (xml: string) => string): HeldPart {
  const held: Uint8Array[] = []
  return {
    take: async (content) => void held.push(Buffer.from(content)),
    end: () => writer.add(path, patch(Buffer.concat(held).toString())),
  }
}

function sheet(writer: PartWriter, path: string, patch: (tail: string) => string): HeldPart {
  writer.begin(path)
  let held = Buffer.alloc(0)
  return {
    async take(content) {
      held = Buffer.concat([held, content])
      if (held.length <= 2 * TAIL) return
      const ready = held.subarray(0, held.length - TAIL)
      held = Buffer.from(held.subarray(held.length - TAIL))
      await writer.write(ready)
    },
    async end() {
      const at = held.lastIndexOf(ROWS_END)
      if (at === -1) throw new Error(`The sheet ${path} has no end of its rows.`)
      await writer.write(held.subarray(0, at))
      await writer.write(Buffer.from(patch(held.subarray(at).toString())))
      await writer.endPart()
    },
  }
}
