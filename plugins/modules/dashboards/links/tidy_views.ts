import type { CustomerTools } from '#core/contracts/module_tools'

const KEPT_MS = 90 * 86_400_000

/** Forgets who opened links more than ninety days ago. */
export async function tidyViews(customer: CustomerTools): Promise<void> {
  const before = new Date(customer.now().getTime() - KEPT_MS)
  await customer.rows('views').delete({ seen_at: { before } })
}
