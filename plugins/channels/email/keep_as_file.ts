import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { SMTPTransport } from '@adonisjs/mail/transports/smtp'
import type { NodeMailerMessage } from '@adonisjs/mail/types'
import { DateTime } from 'luxon'

/** nodemailer's stream transport, by the framework's door to nodemailer. */
const composer = new SMTPTransport({ streamTransport: true, buffer: true } as object as {
  host: string
})

/**
 * Keeps a mail as the file that a mail server would have been handed; any mail program opens it.
 * Answers the file's name: names sort by time.
 */
export async function keepAsFile(mail: NodeMailerMessage, folder: string): Promise<string> {
  const answer = await composer.send(mail)
  const { message } = answer.original as unknown as { message: Buffer }
  const time = DateTime.utc().toFormat("yyyyLLdd'T'HHmmssSSS")
  const name = `${time}-${answer.messageId.replaceAll(/[^\w.-]/g, '')}.eml`
  await mkdir(folder, { recursive: true })
  // Mails hold keys: nobody else on the machine reads them.
  await writeFile(join(folder, name), message, { mode: 0o600 })
  return name
}
