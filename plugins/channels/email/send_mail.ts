import { SMTPTransport } from '@adonisjs/mail/transports/smtp'
import type { NodeMailerMessage } from '@adonisjs/mail/types'
import { type Message, NotSent } from '#core/contracts/channel'
import type { Row } from '#core/contracts/scalar'
import { keepAsFile } from './keep_as_file.js'
import { type Progress, smtpOptions } from './smtp_options.js'

/**
 * Hands a mail to the server, or to a file. Its Message-ID is made of the message's id, so that a
 * mail that is sent again is known as the same. The reference is that id, or the file's name.
 */
export async function sendMail(message: Message, settings: Row): Promise<{ reference: string }> {
  const mail = composed(message, settings)
  if (!settings.url) return { reference: await keepAsFile(mail, String(settings.folder)) }
  const progress: Progress = { whole: false }
  const server = new SMTPTransport(smtpOptions(String(settings.url), progress))
  try {
    const { messageId } = await server.send(mail)
    return { reference: messageId }
  } catch (error) {
    throw notSent(error as SmtpError, progress.whole)
  } finally {
    await server.close()
  }
}

/** The framework's type knows a part of what nodemailer takes. */
type Composed = NodeMailerMessage & {
  dsn: { id: string; return: 'headers'; notify: 'failure' }
}

function composed(message: Message, { from, fromName }: Row): Composed {
  const address = String(from)
  return {
    // A server that knows how names the message by its id in what it says of it later.
    dsn: { id: message.id, return: 'headers', notify: 'failure' },
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

interface SmtpError extends Error {
  /** What the server answered, 250 or 554. */
  responseCode?: number
  code?: string
  /** What we said that was answered so. */
  command?: string
}

/** 4 may pass, 5 will not; without an answer it depends on whether the server has it all. */
function notSent({ message, responseCode, code, command }: SmtpError, whole: boolean): NotSent {
  const answered = responseCode !== undefined
  if (!answered) return new NotSent(message, whole ? 'unknown' : 'temporary', false)
  // A wrong password is for the operator to mend, and no fault of the message.
  const refused = responseCode >= 500 && code !== 'EAUTH'
  const answers = code !== 'EAUTH'
  if (!refused) return new NotSent(message, 'temporary', answers)
  return new NotSent(message, 'permanent', answers, command === 'RCPT TO')
}
