import vine from '@vinejs/vine'
import { locales } from '#config/i18n'
import { allRights } from '#core/permissions/right'

const ids = () => vine.array(vine.number().withoutDecimals().positive()).maxLength(50_000)

const mobile = () =>
  vine
    .string()
    .trim()
    .regex(/^\+[1-9]\d{6,14}$/)

const zone = () => vine.string().maxLength(64).nullable().optional()

/** What may be said of a person's place in a customer. `specifications.open` is `callSpecification`. */
const place = {
  seesEverything: vine.boolean().optional(),
  seesEverythingUntil: vine.string().nullable().optional(),
  callSpecification: vine.boolean().optional(),
  rights: vine.array(vine.enum(allRights)).optional(),
}

export const newPersonValidator = vine.create({
  email: vine.string().trim().maxLength(191),
  name: vine.string().trim().maxLength(191).optional(),
  role: vine.enum(['administrator', 'user', 'customerUser'] as const).optional(),
  language: vine.enum(locales).optional(),
  zone: zone(),
  mobile: mobile().nullable().optional(),
  objects: ids().optional(),
  groups: ids().optional(),
  points: ids().optional(),
  ...place,
})

export const changedPersonValidator = vine.create({
  name: vine.string().trim().minLength(1).maxLength(191).optional(),
  role: vine.enum(['administrator', 'user', 'customerUser'] as const).optional(),
  language: vine.enum(locales).optional(),
  zone: zone(),
  mobile: mobile().nullable().optional(),
  ...place,
})

export const proposedEmailValidator = vine.create({ email: vine.string().trim().maxLength(191) })

/** Points that are not spoken of stay as they were. */
export const assignmentValidator = vine.create({
  objects: ids(),
  groups: ids(),
  points: ids().optional(),
})
