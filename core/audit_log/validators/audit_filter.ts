import vine from '@vinejs/vine'
import { knownActions } from '#core/audit/audit_action'

const filter = {
  action: vine
    .array(vine.enum(() => knownActions()))
    .parse((value) => listed(value))
    .optional(),
  person: vine.string().trim().maxLength(191).optional(),
  text: vine.string().trim().maxLength(191).optional(),
  from: vine.string().optional(),
  to: vine.string().optional(),
}

/** `?action=a&action=b` and `?action=a,b` alike. */
const listed = (value: unknown) =>
  typeof value === 'string' ? value.split(',').filter(Boolean) : value

export const auditFilterValidator = vine.create(filter)

export const auditPageValidator = vine.create({
  ...filter,
  cursor: vine.number().withoutDecimals().min(1).optional(),
  limit: vine.number().withoutDecimals().min(1).max(500).optional(),
})
