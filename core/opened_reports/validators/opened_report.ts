import vine from '@vinejs/vine'
import { openedKinds } from '#core/opened_reports/models/opened_report'

const name = (length: number) => vine.string().trim().minLength(1).maxLength(length)

export const openedReportValidator = vine.compile(
  vine.object({
    kind: vine.enum(openedKinds),
    report: name(100),
    preset: name(100).optional(),
    query: vine.string().maxLength(100_000),
    period: name(32).optional(),
  })
)
