import vine from '@vinejs/vine'

const DATE = /^\d{4}-\d{2}-\d{2}$/

export const errandFilter = vine.create({
  from: vine.string().regex(DATE),
  to: vine.string().regex(DATE),
  state: vine.string().maxLength(64).optional(),
  text: vine.string().trim().maxLength(191).optional(),
  service: vine.number().withoutDecimals().positive().optional(),
  cursor: vine.string().maxLength(2000).optional(),
  limit: vine.number().withoutDecimals().range([1, 200]).optional(),
})

const category = () => vine.string().trim().maxLength(191)

export const newErrand = vine.create({
  service: vine.number().withoutDecimals().positive(),
  category: category().nullable().optional(),
  subject: vine.string().trim().minLength(1).maxLength(1000),
})

export const changedErrand = vine.create({
  person: vine.string().trim().maxLength(254).nullable().optional(),
  category: category().nullable().optional(),
  closed: vine.boolean().optional(),
})

export const newComment = vine.create({
  text: vine.string().trim().minLength(1).maxLength(4000),
  internal: vine.boolean().optional(),
})

export const newDocument = vine.create({
  name: vine.string().trim().minLength(1).maxLength(255),
  internal: vine.boolean().optional(),
})

export const subscription = vine.create({ all: vine.boolean() })
