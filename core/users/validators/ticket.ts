import vine from '@vinejs/vine'

export const ticketValidator = vine.create({
  token: vine.string().maxLength(64),
  secret: vine.string().maxLength(256),
})
