import vine from '@vinejs/vine'

/** How strong it must be is said by the password's own rule. */
export const invitationValidator = vine.create({ password: vine.string().maxLength(1024) })
