import { readFile } from 'node:fs/promises'
import { basename, join } from 'node:path'
import { simpleParser } from 'mailparser'
import db from '@adonisjs/lucid/services/db'
import { storageFolder } from '#config/storage'
import Customer from '#core/customers/models/customer'
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
 * The newest mails of the demo's customer, newest first: to its people, to whom it invites, and with its
 * reports. Nobody else's, as an installation that began as a demo may have real customers by now.
 */
export async function listDemoMails(slug: string): Promise<DemoMail[]> {
  const customer = await Customer.findBy({ slug })
  if (!customer) return []
  const rows = [...(await messagesOf(customer.id)), ...(await reportsOf(customer.id))]
  const newest = rows.toSorted((one, other) => (one.at < other.at ? 1 : -1)).slice(0, MOST)
  const mails = await Promise.all(
    newest.map(async ({ id, at, to, reference }) => {
      const mail = await mailIn(reference)
      return mail ? [{ id, at: momentDate(at)?.toISOString() ?? at, to, ...mail }] : []
    })
  )
  return mails.flat()
}

interface Kept {
  id: string
  at: string
  to: string
  reference: string
}

async function messagesOf(customerId: number): Promise<Kept[]> {
  return (await db
    .from('messages')
    .where({ channel: 'email', status: 'handed' })
    .where((query) => {
      const members = db.from('memberships').where('customer_id', customerId).select('user_id')
      void query.where('customer_id', customerId).orWhereIn('user_id', members)
    })
    .orderBy('created_at', 'desc')
    .limit(MOST)
    .select({ id: 'id', at: 'created_at', to: 'to', reference: 'reference' })) as Kept[]
}

async function reportsOf(customerId: number): Promise<Kept[]> {
  return (await db
    .from('dispatches')
    .where({ customer_id: customerId })
    .whereNotNull('reference')
    .whereNotNull('handed_at')
    .orderBy('handed_at', 'desc')
    .limit(MOST)
    .select({ id: 'id', at: 'handed_at', to: 'address', reference: 'reference' })) as Kept[]
}

/** Undefined where the mail is not kept as a file any more. */
async function mailIn(reference: string): Promise<{ subject: string; text: string } | undefined> {
  try {
    const path = join(storageFolder('mail'), basename(reference))
    const { subject = '', text = '' } = await simpleParser(await readFile(path))
    return { subject, text: text.trim() }
  } catch {
    return undefined
  }
}
