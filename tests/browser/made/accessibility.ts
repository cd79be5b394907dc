import { readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import type { Page } from 'playwright'

const axePath = createRequire(import.meta.url).resolve('axe-core/axe.min.js')

interface Violation {
  id: string
  impact: string
  help: string
  nodes: { html: string; failureSummary: string }[]
}

/**
 * What axe finds on the page as it is now that is serious or critical to who uses a keyboard or a
 * screen reader: the rule, and the elements that break it.
 */
export async function barriers(page: Page): Promise<string[]> {
  // Evaluated rather than added to the page, as its content security policy admits no other scripts.
  await page.evaluate(await readFile(axePath, 'utf8'))
  // What fades in has its colours only when it is there.
  await page.evaluate(
    'Promise.all(document.getAnimations().map((animation) => animation.finished.catch(() => {})))'
  )
  const { violations } = (await page.evaluate(
    `axe.run(document, { resultTypes: ['violations'] })`
  )) as { violations: Violation[] }
  return violations
    .filter(({ impact }) => ['serious', 'critical'].includes(impact))
    .flatMap(({ id, help, nodes }) =>
      nodes.map(({ html, failureSummary }) => `${id}: ${help}\n${html}\n${failureSummary}`)
    )
}
