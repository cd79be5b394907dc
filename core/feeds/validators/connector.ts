import vine from '@vinejs/vine'
import { connectorPeriods } from '#core/feeds/connector_period'

/** As browsers send it: no path, and no slash at the end. */
const ORIGIN = /^https?:\/\/[a-z0-9.-]{1,200}(:\d{1,5})?$/i

const choices = {
  enabled: vine.boolean({ strict: true }),
  tokenRequired: vine.boolean({ strict: true }),
  period: vine.enum(connectorPeriods),
  periodCount: vine.number({ strict: true }).withoutDecimals().nullable().optional(),
  specification: vine.boolean({ strict: true }),
  grouped: vine.boolean({ strict: true }),
  origins: vine.array(vine.string().trim().regex(ORIGIN)).maxLength(20).optional(),
}

export const newConnector = vine.compile(
  vine.object({ kind: vine.string().trim().maxLength(64), ...choices })
)
export const changedConnector = vine.compile(vine.object(choices))
