import type { CustomerTools } from '#core/contracts/module_tools'
import { priceOfParts } from './money.js'

/** What so many parts will cost, by what the last message that had a price cost; null where none had. */
export async function estimateOf(
  customer: CustomerTools,
  parts: number
): Promise<{ amount: string; unit: string } | null> {
  const last = await customer.rows('messages').list({
    where: { state: ['handed', 'sent', 'delivered', 'undelivered'] },
    order: ['-id'],
    limit: 50,
  })
  const priced = last.find(({ price }) => price !== null)
  if (!priced) return null
  return {
    amount: priceOfParts(String(priced.price), Number(priced.parts), parts),
    unit: String(priced.unit ?? ''),
  }
}
