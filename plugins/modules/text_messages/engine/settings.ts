import type { CustomerTools } from '#core/contracts/module_tools'
import type { Hours } from '../hours.js'

/** What the customer's operator has filled in. */
export interface SmsSettings {
  countryCode: string
  hours: Hours
  ratePerSecond: number
  stopIfFailedPercent: number
  fourEyesFrom: number | null
  textDays: number
}

const MOST_A_SECOND = 500

export async function settingsOf(customer: CustomerTools): Promise<SmsSettings> {
  const given = await customer.settings()
  const number = (name: string, otherwise: number) => {
    const value = Number(given[name])
    return Number.isFinite(value) && value > 0 ? value : otherwise
  }
  const time = (name: string, otherwise: string) => {
    const text = String(given[name] ?? '')
    return /^([01]\d|2[0-4]):[0-5]\d$/.test(text) ? text : otherwise
  }
  const fourEyes = Number(given.fourEyesFrom ?? 0)
  return {
    countryCode: String(given.countryCode ?? '46').replaceAll(/\D/g, '') || '46',
    hours: {
      from: time('hoursFrom', '09:00'),
      to: time('hoursTo', '20:00'),
      sundays: Boolean(given.sundays),
    },
    ratePerSecond: Math.min(MOST_A_SECOND, number('ratePerSecond', 20)),
    stopIfFailedPercent: Math.min(100, number('stopIfFailedPercent', 20)),
    fourEyesFrom: fourEyes > 0 ? fourEyes : null,
    textDays: number('textDays', 90),
  }
}
