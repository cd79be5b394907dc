import vine from '@vinejs/vine'
import { grants } from '#core/permissions/grant'

export const ticketValidator = vine.create({
  name: vine.string().trim().minLength(1).maxLength(191),
  grants: vine.array(vine.enum(grants)).minLength(1),
})
