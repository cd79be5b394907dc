import vine from '@vinejs/vine'

/** The query of a push: whose records they are, and which part of which log. */
export const pushValidator = vine.create({
  source: vine.string().maxLength(64).optional(),
  name: vine.string().minLength(1).maxLength(255).optional(),
  from: vine.number().withoutDecimals().min(0).optional(),
})

/** The query of the quarantine list. */
export const quarantineValidator = vine.create({
  point: vine.string().optional(),
  source: vine.string().optional(),
})
