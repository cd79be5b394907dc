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
