import { readFile } from 'node:fs/promises'
import { basename, join } from 'node:path'
import db from '@adonisjs/lucid/services/db'
import { storageFolder } from '#config/storage'
import { readMailText } from '#core/demo/read_mail_text'
import { momentDate } from '#database/columns'

const MOST = 50

/** A mail as somebody in the demo would read it. */
export interface DemoMail {
  id: string
  /** ISO 8601. */
  at: string
  to: string
  subject: string
  text: string
}

/**
 * The newest mails to the people of the demo's customer, newest first: nobody else's, as an
 * installation that began as a demo may have real customers by now.
 */
export async function listDemoMails(slug: string): Promise<DemoMail[]> {
  const rows = (await db
    .from('messages')
    .join('memberships', 'memberships.user_id', 'messages.user_id')
    .join('customers', 'customers.id', 'memberships.customer_id')
    .where({ 'customers.slug': slug, 'messages.channel': 'email', 'messages.status': 'handed' })
    .orderBy('messages.created_at', 'desc')
    .limit(MOST)
    .select({
      id: 'messages.id',
      at: 'messages.created_at',
      to: 'messages.to',
      subject: 'messages.subject',
      reference: 'messages.reference',
    })) as (Omit<DemoMail, 'text'> & { reference: string })[]
  const mails = await Promise.all(
    rows.map(async ({ reference, at, ...mail }) => {
      const text = await textOf(reference)
      return text === null ? [] : [{ ...mail, at: momentDate(at)?.toISOString() ?? at, text }]
    })
  )
  return mails.flat()
}

async function textOf(reference: string): Promise<string | null> {
  try {
    const path = join(storageFolder('mail'), basename(reference))
    return readMailText(await readFile(path, 'latin1'))
  } catch {
    return null
  }
}
