import { Readable } from 'node:stream'
import type { CollectionPoint, Tools } from '#core/contracts/collector'
import { BadLine } from '../format/bad_line.js'
import { configuredMaps } from '../format/configured_maps.js'
import { lineBlocks } from '../format/line_blocks.js'
import { RecordReader } from '../format/record_reader.js'
import { daysToRead } from './days.js'
import { fetchDay, managementNode } from './management_node.js'

/**
 * Tries a collection point's settings: is there a node, does it take the ticket, and can its first
 * record of today be read.
 *
 * @throws a sentence that an administrator can act on.
 */
export async function tryManagementNode(
  tools: Tools,
  point: CollectionPoint,
  signal: AbortSignal
): Promise<void> {
  const node = managementNode(point)
  const reader = new RecordReader(configuredMaps(point.settings), point.zone)
  const day = daysToRead(point, null, tools.now()).at(-1)
  if (!day) throw new Error('The setting "First day to fetch" is a day to come.')
  const { body } = await fetchDay(tools, node, day, signal)
  for await (const { lines } of lineBlocks({ name: day, from: 0, body: Readable.from(body) })) {
    for (const { text } of lines) if (canRead(reader, text, day)) return
  }
}

function canRead(reader: RecordReader, line: string, day: string): boolean {
  try {
    return reader.read(line) !== null
  } catch (error) {
    if (!(error instanceof BadLine)) throw error
    throw new Error(
      `The management node answers, but the first record of ${day} cannot be read: ${error.message}`,
      { cause: error }
    )
  }
}
