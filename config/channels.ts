import env from '#start/env'
import { storageFolder } from '#config/storage'
import type { Row } from '#core/contracts/scalar'

/** Where this installation's messages go. Docs: docs/operations.md. */
export const channelSettings = (): Record<string, Row> => ({
  // `smtp://user:password@host:587`, `smtps://…`; without one, mails are kept as files.
  email: {
    url: env.get('SMTP_URL') ?? null,
    from: env.get('MAIL_FROM') ?? 'telestat@localhost',
    folder: storageFolder('mail'),
  },
  // `smsapi` or `elks46`; without one, nothing is sent to telephones.
  ...(env.get('SMS_PROVIDER') && {
    sms: {
      provider: env.get('SMS_PROVIDER') ?? null,
      address: env.get('SMS_ADDRESS') ?? null,
      sender: env.get('SMS_SENDER') ?? 'Telestat',
      user: env.get('SMS_USER') ?? null,
      secret: env.get('SMS_SECRET') ?? null,
    },
  }),
})
