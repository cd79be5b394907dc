import { once, type EventEmitter } from 'node:events'
import type ExcelJS from 'exceljs'

/** A stream of the library's own, older than the property that tells the same. */
interface Waiting extends EventEmitter {
  _writableState: { needDrain: boolean }
}

/**
 * Waits until the zip has taken what was written of a sheet. The library itself never waits: rows that
 * come faster than they are written would gather in memory.
 */
export async function caughtUp(sheet: ExcelJS.Worksheet, broken: AbortSignal): Promise<void> {
  const { stream } = sheet as unknown as { stream: { pipes: Waiting[] } }
  broken.throwIfAborted()
  for (const pipe of stream.pipes) {
    if (pipe._writableState.needDrain) await once(pipe, 'drain', { signal: broken })
  }
}
