import { once, type EventEmitter } from 'node:events'
import type ExcelJS from 'exceljs'

interface Waiting extends EventEmitter {
  writableNeedDrain: boolean
}

/**
 * Waits until the zip has taken what was written of a sheet. The library itself never waits: rows that
 * come faster than they are written would gather in memory.
 */
export async function caughtUp(sheet: ExcelJS.Worksheet, broken: AbortSignal): Promise<void> {
  const { stream } = sheet as unknown as { stream: { pipes: Waiting[] } }
  broken.throwIfAborted()
  for (const pipe of stream.pipes) {
    if (pipe.writableNeedDrain) await once(pipe, 'drain', { signal: broken })
  }
}
