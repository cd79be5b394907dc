import vine from '@vinejs/vine'

/** Which client is wanted. The secret goes into the file and is kept nowhere. */
export const clientValidator = vine.create({
  language: vine.string().maxLength(32),
  locale: vine.string().maxLength(8).optional(),
  savedReport: vine.number().withoutDecimals().positive().optional(),
  secret: vine.string().trim().maxLength(100).optional(),
})
