import { once } from 'node:events'
import { Worker } from 'node:worker_threads'
import type { PageContent } from './page_content.js'

/** Pages as plain data: what is printed, and what stands on each. */
export interface Pages {
  title: string
  locale: string
  content: PageContent
}

/** Megabytes that pages may need while they are laid out. */
const MEMORY = 1_024

/** Lays pages out in a thread of its own, as that would keep everybody else waiting. */
export async function printPages(pages: Pages): Promise<Uint8Array> {
  const typescript = import.meta.url.endsWith('.ts')
  const file = new URL(typescript ? './print_worker.ts' : './print_worker.js', import.meta.url)
  const worker = new Worker(file, {
    workerData: pages,
    execArgv: typescript ? ['--import=@poppinss/ts-exec'] : [],
    resourceLimits: { maxOldGenerationSizeMb: MEMORY },
  })
  try {
    const [printed] = (await once(worker, 'message')) as [Uint8Array]
    return printed
  } finally {
    await worker.terminate()
  }
}
