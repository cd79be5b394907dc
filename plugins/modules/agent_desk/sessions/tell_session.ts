import type { CustomerTools } from '#core/contracts/module_tools'

/** Writes a session down for reports, under one key from its beginning to its end. */
export async function tellSession(
  customer: CustomerTools,
  session: {
    user_id: number
    device: string
    how: string | null
    began: Date
    ended: Date | null
  }
): Promise<void> {
  const { user_id: userId, device, how, began, ended } = session
  await tellSpan(customer, { userId, kind: 'app', began, ended, device, how })
}

/** Writes a time down for reports; it lasts where it has no end yet. */
export async function tellSpan(
  customer: CustomerTools,
  span: {
    userId: number
    kind: 'app' | 'onWithoutApp' | 'appWithoutOn'
    began: Date
    ended: Date | null
    device?: string
    how?: string | null
  }
): Promise<void> {
  const { userId, kind, began, ended, device = null, how = null } = span
  const seconds = ended && Math.max(0, Math.round((ended.getTime() - began.getTime()) / 1000))
  const [person] = await customer.people([userId])
  await customer.facts.write(
    [
      {
        event: 'session',
        key: `${userId} ${kind} ${began.toISOString()}`,
        at: began,
        version: ended ? ended.getTime() : 0,
        fields: { agent: String(userId), kind, device, how, seconds },
      },
    ],
    [{ objectType: 'agent', identifier: String(userId), name: person?.name ?? String(userId) }]
  )
}
