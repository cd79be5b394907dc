import { randomUUID } from 'node:crypto'
import type { CustomerTools, ModuleReader, Value } from '#core/contracts/module_tools'
import { noText } from './errors.js'
import { filledText, measureText } from './message_text.js'

export interface Recipient {
  number: string
  fields?: Readonly<Record<string, string>>
}

/** Rows of messages that wait, each with the text that it is sent with. */
export function messageRows(
  customer: CustomerTools,
  recipients: readonly Recipient[],
  about: {
    sender: string
    text: string
    via: 'page' | 'api' | 'sending'
    reader: ModuleReader
    sendingId?: number
    idx?: string | undefined
    dueAt?: Date
    expiresAt?: Date | null
  }
): Record<string, Value>[] {
  const now = customer.now()
  return recipients.map(({ number, fields = {} }) => {
    const text = filledText(about.text, fields).trim()
    if (!text) throw noText()
    const { encoding, parts } = measureText(text)
    return {
      ...{ own_id: randomUUID(), number, sender: about.sender, text, encoding, parts },
      ...{ sending_id: about.sendingId ?? null, idx: about.idx ?? null, via: about.via },
      ...{ login_id: about.reader.userId, state: 'waiting', attempts: 0, created_at: now },
      ...{ due_at: about.dueAt ?? now, expires_at: about.expiresAt ?? null },
    }
  })
}
