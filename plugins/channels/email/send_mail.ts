import { SMTPTransport } from '@adonisjs/mail/transports/smtp'
import type { NodeMailerMessage } from '@adonisjs/mail/types'
import type { Message } from '#core/contracts/channel'
import type { Row } from '#core/contracts/scalar'
import { keepAsFile } from './keep_as_file.js'

const TIMEOUT_MS = 20_000

/**
 * Hands a mail to the server, or to a file. Its Message-ID is made of the message's id, so that a
 * mail that is sent again is known as the same. The reference is that id, or the file's name.
 */
export async function sendMail(message: Message, settings: Row): Promise<{ reference: string }> {
  const mail = composed(message, settings)
  if (!settings.url) return { reference: await keepAsFile(mail, String(settings.folder)) }
  const server = new SMTPTransport(options(String(settings.url)))
  try {
    const { messageId } = await server.send(mail)
    return { reference: messageId }
  } finally {
    await server.close()
  }
}

function composed(message: Message, { from, fromName }: Row): NodeMailerMessage {
  const address = String(from)
  return {
    messageId: `<${message.id}@${address.split('@')[1] ?? 'localhost'}>`,
    from: { address, name: String(fromName ?? '') },
    to: [{ address: message.to, name: '' }],
    subject: message.subject,
    text: message.text,
    html: message.html,
    attachments: message.attachments?.map(({ name, contentType, body }) => ({
      filename: name,
      contentType,
      content: body,
    })),
  }
}

// nodemailer reads the whole address itself; the framework's type only knows its parts.
const options = (url: string) =>
  ({
    url,
    connectionTimeout: TIMEOUT_MS,
    greetingTimeout: TIMEOUT_MS,
    socketTimeout: TIMEOUT_MS,
  }) as object as { host: string }
