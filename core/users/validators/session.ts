import vine from '@vinejs/vine'
import { locales } from '#config/i18n'

export const signInValidator = vine.create({
  email: vine.string().trim().maxLength(254),
  password: vine.string().maxLength(1024),
})

export const sessionChangeValidator = vine.create({
  language: vine.enum(locales).optional(),
  /** Null leaves the opened one, for who runs the installation. */
  customer: vine.string().nullable().optional(),
})
