import vine from '@vinejs/vine'

const key = () =>
  vine
    .string()
    .maxLength(64)
    .regex(/^(?!callback$)[a-z0-9]+(-[a-z0-9]+)*$/)
/** A path of the page. */
const back = () =>
  vine
    .string()
    .maxLength(500)
    .regex(/^\/(?![/\\])/)
const text = (most = 255) => vine.string().trim().minLength(1).maxLength(most)

export const visitValidator = vine.create({
  customer: vine.string().maxLength(64).optional(),
  invitation: vine.string().maxLength(64).optional(),
  back: back().optional(),
})

export const loginValidator = vine.create({
  connection: vine.string().maxLength(64).optional(),
  customer: vine.string().maxLength(64).optional(),
  branding: vine.string().maxLength(191).optional(),
  back: back().optional(),
})

export const joinValidator = vine.create({
  key: vine.string().maxLength(64),
  password: vine.string().maxLength(1024),
})

export const newConnectionValidator = vine.create({
  key: key(),
  name: text(191),
  issuer: text(),
  clientId: text(),
  secret: text(1024),
  domainHint: text(191).nullable().optional(),
  enforced: vine.boolean().optional(),
})

export const connectionValidator = vine.create({
  key: key().optional(),
  name: text(191).optional(),
  issuer: text().optional(),
  clientId: text().optional(),
  secret: text(1024).optional(),
  domainHint: text(191).nullable().optional(),
  enforced: vine.boolean().optional(),
})
