import vine from '@vinejs/vine'
import { connectorPeriods } from '#core/feeds/connector_period'

const choices = {
  enabled: vine.boolean({ strict: true }),
  tokenRequired: vine.boolean({ strict: true }),
  period: vine.enum(connectorPeriods),
  periodCount: vine.number({ strict: true }).withoutDecimals().nullable().optional(),
  specification: vine.boolean({ strict: true }),
  grouped: vine.boolean({ strict: true }),
}

export const newConnector = vine.compile(
  vine.object({ kind: vine.string().trim().maxLength(64), ...choices })
)
export const changedConnector = vine.compile(vine.object(choices))
