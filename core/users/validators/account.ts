import vine from '@vinejs/vine'
import { locales } from '#config/i18n'

const password = () => vine.string().maxLength(1024)
const email = () => vine.string().trim().maxLength(254)

export const passwordResetValidator = vine.create({ email: email() })

export const accountValidator = vine.create({
  name: vine.string().trim().minLength(1).maxLength(191).optional(),
  /** A path of the page. */
  startPage: vine
    .string()
    .maxLength(191)
    .regex(/^\/(?![/\\])/)
    .nullable()
    .optional(),
  language: vine.enum(locales).optional(),
  zone: vine.string().maxLength(64).nullable().optional(),
  /** How they are told of what concerns them; `sms` takes a number that was confirmed. */
  notifiedBy: vine.enum(['email', 'sms', 'none'] as const).optional(),
})

export const passwordChangeValidator = vine.create({ current: password(), password: password() })
export const emailChangeValidator = vine.create({ email: email(), password: password() })
export const proposedEmailValidator = vine.create({ password: password().optional() })
export const confirmationValidator = vine.create({ password: password() })
export const mobileValidator = vine.create({
  mobile: vine.string().maxLength(40),
  password: password(),
})
export const authenticatorValidator = vine.create({
  name: vine.string().trim().maxLength(100).optional(),
  password: password(),
})
