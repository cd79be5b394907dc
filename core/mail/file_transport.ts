import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { MailResponse } from '@adonisjs/mail'
import { SMTPTransport } from '@adonisjs/mail/transports/smtp'
import type { MailTransportContract, NodeMailerMessage } from '@adonisjs/mail/types'
import { DateTime } from 'luxon'

/**
 * Keeps each mail as the file a mail server would have been handed, where there is no mail server.
 * Any mail program opens them; their names sort by time.
 */
export class FileTransport implements MailTransportContract {
  /** nodemailer's stream transport, by the framework's door to nodemailer. */
  readonly #composer = new SMTPTransport({ streamTransport: true, buffer: true } as object as {
    host: string
  })

  constructor(protected folder: string) {}

  async send(message: NodeMailerMessage): Promise<MailResponse<unknown>> {
    const answer = await this.#composer.send(message)
    const { message: text } = answer.original as unknown as { message: Buffer }
    const time = DateTime.utc().toFormat("yyyyLLdd'T'HHmmssSSS")
    const name = `${time}-${answer.messageId.replaceAll(/[^\w.-]/g, '')}.eml`
    // Invitations are keys: nobody else on the machine reads them.
    await writeFile(join(this.folder, name), text, { mode: 0o600 })
    return answer
  }
}
