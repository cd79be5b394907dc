import vine from '@vinejs/vine'

const name = () => vine.string().trim().maxLength(191)
const description = () => vine.string().trim().maxLength(255)

export const newObjectValidator = vine.create({
  pointId: vine.number().withoutDecimals().positive(),
  objectType: vine.string().maxLength(64),
  identifier: vine.string().trim().minLength(1).maxLength(191),
  name: name().optional(),
  description: description().optional(),
  /** A group that it is put into at once. */
  groupId: vine.number().withoutDecimals().positive().optional(),
})

export const changedObjectValidator = vine.create({
  name: name().minLength(1).optional(),
  description: description().optional(),
  enabled: vine.boolean().optional(),
  identifier: vine.string().trim().minLength(1).maxLength(191).optional(),
  objectType: vine.string().maxLength(64).optional(),
  pointId: vine.number().withoutDecimals().positive().optional(),
})

/** Every group that the object is to be in. */
export const objectGroupsValidator = vine.create({
  groups: vine.array(vine.number().withoutDecimals().positive()).maxLength(1000),
})

export const aliasValidator = vine.create({
  identifier: vine.string().trim().minLength(1).maxLength(191),
  from: vine.string().nullable().optional(),
  to: vine.string().nullable().optional(),
})
