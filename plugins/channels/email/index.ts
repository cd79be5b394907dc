import { definePlugin } from '#core/contracts/plugin'
import { sendMail } from './send_mail.js'

/** Mail by any SMTP server, or as files where there is none. What a mail server did later is not known to us. */
export default definePlugin({
  kind: 'channel',
  key: 'email',
  label: 'E-mail',
  description: 'Sends mail through an SMTP server, or keeps it as files where none is set',
  attachments: true,
  settings: {
    url: {
      type: 'secret',
      label: 'Address of the mail server',
      help: 'smtp://user:password@host:587, or smtps:// for encryption from the first byte. Without one, mails are kept as files.',
    },
    from: { type: 'text', label: 'Sender', required: true },
    fromName: { type: 'text', label: "Sender's name", default: 'Telestat' },
    folder: { type: 'text', label: 'Folder for mails without a server' },
  },
  send: sendMail,
})
