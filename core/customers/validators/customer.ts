import vine from '@vinejs/vine'
import type { FieldContext } from '@vinejs/vine/types'
import { serviceLevelFormulas } from '#core/contracts/service_level'

const CLOCK = /^(([01]\d|2[0-3]):[0-5]\d|24:00)$/
/** `nordvik.example`, without what stands before the @. */
const DOMAIN = /^[a-z0-9]([a-z0-9-]*[a-z0-9])?(\.[a-z0-9]([a-z0-9-]*[a-z0-9])?)+$/
const clock = () => vine.string().regex(CLOCK)
/** The end of a window, later than its beginning. */
const afterFrom = vine.createRule((value: unknown, _options: undefined, field: FieldContext) => {
  const { from } = field.parent as { from?: unknown }
  if (typeof from === 'string' && typeof value === 'string' && value <= from) {
    field.report('The {{ field }} must be later than from.', 'afterFrom', field)
  }
})
const day = () => vine.array(vine.object({ from: clock(), to: clock() })).optional()

/** What a customer's own administrator changes. */
const own = {
  serviceLevel: vine.enum(serviceLevelFormulas).optional(),
  shortAbandonSeconds: vine.number().withoutDecimals().range([0, 600]).optional(),
  openingHours: vine
    .object({ 1: day(), 2: day(), 3: day(), 4: day(), 5: day(), 6: day(), 7: day() })
    .nullable()
    .optional(),
  holidays: vine
    .array(
      vine.object({
        date: vine.string().regex(/^\d{4}-\d{2}-\d{2}$/),
        name: vine.string().trim().maxLength(100),
      })
    )
    .maxLength(1000)
    .nullable()
    .optional(),
  targets: vine
    .array(
      vine.object({
        report: vine.string().trim().minLength(1).maxLength(191),
        column: vine.string().trim().minLength(1).maxLength(191),
        value: vine.number().range([0, 1_000_000_000]),
      })
    )
    .maxLength(500)
    .distinct(['report', 'column'])
    .nullable()
    .optional(),
  dayWindow: vine
    .object({ from: clock(), to: clock().use(afterFrom()) })
    .nullable()
    .optional(),
  deliveryRules: vine
    .object({
      domains: vine
        .array(vine.string().trim().toLowerCase().maxLength(191).regex(DOMAIN))
        .maxLength(200)
        .distinct(),
      files: vine.enum(['attached', 'linked']),
      mostMegabytes: vine.number().withoutDecimals().range([1, 100]),
      keptDays: vine.number().withoutDecimals().range([1, 36_500]).nullable(),
    })
    .optional(),
}

export const settingsValidator = vine.create(own)

/** What an operator changes. */
export const changedCustomerValidator = vine.create({
  ...own,
  name: vine.string().trim().minLength(1).maxLength(191).optional(),
  zone: vine.string().maxLength(64).optional(),
  language: vine.string().maxLength(8).optional(),
  edition: vine.string().maxLength(16).optional(),
  brandId: vine.number().withoutDecimals().positive().nullable().optional(),
})

export const newCustomerValidator = vine.create({
  slug: vine.string().trim().maxLength(64),
  name: vine.string().trim().minLength(1).maxLength(191),
  zone: vine.string().maxLength(64),
  edition: vine.string().maxLength(16),
  language: vine.string().maxLength(8).optional(),
  plugins: vine.array(vine.string().maxLength(64)).optional(),
})

const brand = {
  host: vine.string().trim().maxLength(191).nullable().optional(),
  supportEmail: vine.string().trim().email().maxLength(191).nullable().optional(),
  supportUrl: vine.string().trim().maxLength(1000).nullable().optional(),
  colour: vine
    .string()
    .regex(/^#[\da-f]{6}$/i)
    .nullable()
    .optional(),
  isDefault: vine.boolean({ strict: true }).optional(),
}
const brandName = () => vine.string().trim().minLength(1).maxLength(191)

export const newBrandValidator = vine.create({ name: brandName(), ...brand })
export const changedBrandValidator = vine.create({ name: brandName().optional(), ...brand })

export const brandingValidator = vine.create({
  name: vine.string().trim().minLength(1).maxLength(191).nullable().optional(),
  colour: vine
    .string()
    .regex(/^#[\da-f]{6}$/i)
    .nullable()
    .optional(),
})

/** The picture in Base64, with or without what a browser writes before it. */
export const logoValidator = vine.create({ image: vine.string().nullable() })
