import vine from '@vinejs/vine'
import { locales } from '#config/i18n'
import { localDate, oneOf, savedQuery } from '#core/reports/validators/report_request'
import { scheduleFields } from '#core/saved_reports/validators/schedule'

const date = () => vine.string().use(localDate).nullable().optional()

const settings = {
  active: vine.boolean({ strict: true }).optional(),
  locale: vine.string().use(oneOf(locales)).optional(),
  recipients: vine.array(vine.string().trim().email().maxLength(191)).maxLength(500).optional(),
  expiresOn: date(),
  isTemplate: vine.boolean({ strict: true }).optional(),
}
const name = () => vine.string().trim().minLength(1).maxLength(191)

export const newSavedReportValidator = vine.create({
  name: name(),
  query: savedQuery.clone(),
  schedules: vine.array(vine.object(scheduleFields)).maxLength(100).optional(),
  ...settings,
})

export const changedSavedReportValidator = vine.create({
  name: name().optional(),
  query: savedQuery.clone().optional(),
  ...settings,
})

export const copyValidator = vine.create({ name: name().optional() })

export const pauseValidator = vine.create({ until: date() })

export const ownerValidator = vine.create({
  userId: vine.number().withoutDecimals().positive(),
})

export const forGroupsValidator = vine.create({
  groups: vine.array(vine.number().withoutDecimals().positive()).minLength(1).maxLength(1000),
})
