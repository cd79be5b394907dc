import { locales } from '#config/i18n'
import { invalidOption } from '#core/feeds/errors'
import type { Dates } from '#core/saved_reports/periods/resolve_period'

/** What every address takes, whatever is served there. */
export interface PullOptions {
  locale: string | undefined
  /** A connector's period, made shorter where that was asked for. */
  within(period: Dates): Dates
}

/** Options that are core's. They go along in links, and no plugin sees them. */
export const ownOptions = ['access_token', 'lang', 'from', 'to'] as const

/** @throws E_INVALID_OPTION */
export function pullOptions(query: URLSearchParams): PullOptions {
  const locale = query.get('lang') ?? undefined
  if (locale !== undefined && !(locales as readonly string[]).includes(locale)) {
    throw invalidOption('lang', `There is no language "${locale}" here.`, locales)
  }
  const [from, to] = [dateOf('from', query), dateOf('to', query)]
  return {
    locale,
    within(period) {
      const begin = from && from > period.from ? from : period.from
      const end = to && to < period.to ? to : period.to
      if (begin > end) {
        const field = from && from > period.to ? 'from' : 'to'
        throw invalidOption(
          field,
          `The connector's period is ${period.from} to ${period.to}, and nothing of it is left.`
        )
      }
      return { from: begin, to: end }
    },
  }
}

function dateOf(name: 'from' | 'to', query: URLSearchParams): string | undefined {
  const text = query.get(name)
  if (text === null) return undefined
  if (/^\d{4}-\d\d-\d\d$/.test(text) && !Number.isNaN(Date.parse(text))) return text
  throw invalidOption(name, `"${name}" must be a date such as 2026-01-31.`)
}
