import { once } from 'node:events'
import { Worker } from 'node:worker_threads'
import type { SheetMessage } from './sheet_message.js'

/** Megabytes that a workbook may need. */
const MEMORY = 1_024

/** The thread that holds a workbook. A failure there is thrown where its end is awaited. */
export function bookThread() {
  const typescript = import.meta.url.endsWith('.ts')
  const file = new URL(typescript ? './xls_worker.ts' : './xls_worker.js', import.meta.url)
  const worker = new Worker(file, {
    execArgv: typescript ? ['--import=@poppinss/ts-exec'] : [],
    resourceLimits: { maxOldGenerationSizeMb: MEMORY },
  })
  const answered = once(worker, 'message') as Promise<[Uint8Array]>
  answered.catch(() => undefined)
  return {
    say: (message: SheetMessage) => worker.postMessage(message),
    /** The whole file. */
    async end(title: string) {
      worker.postMessage({ end: { title } } satisfies SheetMessage)
      const [written] = await answered
      return written
    },
    stop: () => worker.terminate(),
  }
}
