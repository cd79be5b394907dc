import vine from '@vinejs/vine'

export const methodValidator = vine.create({ method: vine.string().maxLength(32) })

/** Six digits, however they are grouped. */
export const code = () =>
  vine
    .string()
    .maxLength(32)
    .transform((text) => text.replaceAll(/[\s-]/g, ''))

export const codeValidator = vine.create({
  code: code(),
  method: vine.string().maxLength(32).optional(),
})

export const actingValidator = vine.create({
  code: code(),
  method: vine.string().maxLength(32),
  write: vine.boolean().optional(),
})

export const pauseValidator = vine.create({ for: vine.enum(['5m', '1h', '24h'] as const) })

export const pausedValidator = vine.create({ customer: vine.string().maxLength(64) })
