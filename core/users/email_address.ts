import { domainToASCII } from 'node:url'
import db from '@adonisjs/lucid/services/db'
import { badEmail } from '#core/users/errors'

/** An address as it is kept: trimmed, in lower case. Throws `E_BAD_EMAIL` for text that isn't one. */
export function checkedEmail(text: string): string {
  const email = text.trim().toLowerCase()
  if (email.length > 191 || !/^[^\s@<>",;:()]+@[^\s@<>",;:()]+$/.test(email)) throw badEmail(text)
  return email
}

/** Providers that deliver `a.b@` and `ab@` to the same mailbox. */
const dotless = new Set(['gmail.com', 'googlemail.com'])

/**
 * The mailbox that an address leads to: one text for every spelling, whatever its case, width of
 * letters, `+tag`, trailing dot of the domain or form of an international domain.
 */
export function mailboxOf(email: string): string {
  const text = email.trim().normalize('NFKC').toLowerCase()
  const at = text.lastIndexOf('@')
  const written = text.slice(at + 1).replace(/\.+$/, '')
  const domain = domainToASCII(written) || written
  const [local = ''] = text.slice(0, at).split('+')
  return dotless.has(domain) ? `${local.replaceAll('.', '')}@gmail.com` : `${local}@${domain}`
}

/** Whether the address leads to the mailbox of somebody who runs the installation. */
export async function isOperatorsMailbox(email: string): Promise<boolean> {
  const operators = (await db.from('users').where('is_operator', true).select('email')) as {
    email: string
  }[]
  const mailbox = mailboxOf(email)
  return operators.some((operator) => mailboxOf(operator.email) === mailbox)
}
