import { join } from 'node:path'
import type { BrowserContext } from 'playwright'

const FOLDER = join(import.meta.dirname, '../../../storage/failed-tests')

const traced = new WeakSet<BrowserContext>()

/** Begins to note what a visitor does, so that a test that fails can be followed. */
export async function keepEvidence(context: BrowserContext) {
  if (!traced.has(context)) await context.tracing.start({ snapshots: true })
  traced.add(context)
  await context.tracing.startChunk()
}

/**
 * Ends the notes. Of a test that failed it leaves, in `storage/failed-tests`, a screenshot of each page
 * and a trace that `npx playwright show-trace` opens; of others nothing.
 */
export async function endEvidence(context: BrowserContext, failed: string | null) {
  if (failed === null) return context.tracing.stopChunk()
  const name = join(FOLDER, failed.replaceAll(/[^\p{L}\p{N}]+/gu, '-').slice(0, 100))
  for (const [place, page] of context.pages().entries()) {
    // A page that has crashed cannot be photographed, and its trace is worth the more.
    await page.screenshot({ path: `${name}-${place + 1}.png` }).catch(() => undefined)
  }
  await context.tracing.stopChunk({ path: `${name}.zip` })
  process.stderr.write(`What was seen: ${name}.zip\n`)
}
