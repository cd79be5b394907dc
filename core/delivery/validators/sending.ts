import vine from '@vinejs/vine'
import { localDate } from '#core/reports/validators/report_request'

export const addresses = () =>
  vine.array(vine.string().trim().email().maxLength(191)).minLength(1).maxLength(500)

export const sendNowValidator = vine.create({
  asIfOn: vine.string().use(localDate).optional(),
  recipients: addresses().optional(),
})

export const sendingsPageValidator = vine.create({
  before: vine.number().withoutDecimals().min(1).optional(),
  limit: vine.number().withoutDecimals().min(1).max(200).optional(),
})
