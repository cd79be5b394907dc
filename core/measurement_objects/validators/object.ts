import vine from '@vinejs/vine'

const name = () => vine.string().trim().maxLength(191)
const description = () => vine.string().trim().maxLength(255)

export const newObjectValidator = vine.create({
  pointId: vine.number().withoutDecimals().positive(),
  objectType: vine.string().maxLength(64),
  identifier: vine.string().trim().minLength(1).maxLength(191),
  name: name().optional(),
  description: description().optional(),
})

export const changedObjectValidator = vine.create({
  name: name().minLength(1).optional(),
  description: description().optional(),
})

export const aliasValidator = vine.create({
  identifier: vine.string().trim().minLength(1).maxLength(191),
  from: vine.string().nullable().optional(),
  to: vine.string().nullable().optional(),
})
