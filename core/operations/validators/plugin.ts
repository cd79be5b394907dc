import vine from '@vinejs/vine'

/** What stands in settings is checked against what the plugin declares. */
export const pluginValidator = vine.create({
  enabled: vine.boolean({ strict: true }).optional(),
  settings: vine.record(vine.any().nullable()).optional(),
})

export const newPointValidator = vine.create({
  source: vine.string().maxLength(64),
  name: vine.string().trim().maxLength(100),
  zone: vine.string().maxLength(64).optional(),
})

export const changedPointValidator = vine.create({
  zone: vine.string().maxLength(64).optional(),
  settings: vine.record(vine.any().nullable()).optional(),
})

export const administratorValidator = vine.create({
  email: vine.string().trim().maxLength(191),
  name: vine.string().trim().maxLength(191).optional(),
  language: vine.string().maxLength(8).optional(),
})
