import { defineConfig, transports } from '@adonisjs/mail'
import env from '#start/env'
import { storageFolder } from '#config/storage'
import { FileTransport } from '#core/mail/file_transport'

const smtpUrl = env.get('SMTP_URL')

/** Mail goes to the server that `SMTP_URL` names (`smtp://user:password@host:587`, `smtps://…`), or else to files. */
const mailConfig = defineConfig({
  default: smtpUrl ? 'smtp' : 'file',
  from: { address: env.get('MAIL_FROM') ?? 'telestat@localhost', name: 'Telestat' },
  mailers: {
    // nodemailer reads the whole address itself; the framework's type only knows its parts.
    smtp: transports.smtp({ url: smtpUrl } as object as { host: string }),
    file: () => new FileTransport(storageFolder('mail')),
  },
})

export default mailConfig

declare module '@adonisjs/mail/types' {
  interface MailersList extends InferMailers<typeof mailConfig> {}
}
