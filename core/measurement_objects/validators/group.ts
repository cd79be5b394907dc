import vine from '@vinejs/vine'

const ids = () => vine.array(vine.number().withoutDecimals().positive()).maxLength(50_000)
const name = () => vine.string().trim().minLength(1).maxLength(191)
const description = () => vine.string().trim().maxLength(255)

export const newGroupValidator = vine.create({
  name: name(),
  description: description().optional(),
  objects: ids().optional(),
})

export const changedGroupValidator = vine.create({
  name: name().optional(),
  description: description().optional(),
})

/** Groups to delete together, and whether their objects go too. */
export const deletedGroupsValidator = vine.create({
  groups: vine.array(vine.number().withoutDecimals().positive()).minLength(1).maxLength(1000),
  withObjects: vine.boolean().optional(),
})

export const membersValidator = vine.create({ objects: ids() })

/** `to` is null where they are to be in no group instead. */
export const moveValidator = vine.create({
  objects: ids(),
  to: vine.number().withoutDecimals().positive().nullable(),
})
